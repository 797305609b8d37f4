package dev.synth.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationOptions;
import dev.synth.base.InvalidValue;
import dev.synth.base.Records;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.features.CalendarOptions;
import dev.synth.generate.VaeOptions;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.table.DataOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The uses that a Java program has for the options, without YAML. */
class OptionsTest {
  private static final String DATA = "data: {source: cards.csv, label: y, positive: 1}\n";

  @Test
  void evaluateTakesDefaultsForWhatAConfigLeavesOut() {
    ExperimentConfig bare = ConfigLoader.parse(DATA, "c.yaml", List.of());
    assertThat(bare.evaluated().augmentation()).isEqualTo(AugmentationOptions.defaults());
    assertThat(bare.evaluated().evaluation()).isEqualTo(EvaluationOptions.defaults());
    ExperimentConfig own =
        ConfigLoader.parse(DATA + "augmentation: {ratio: 0.3}\n", "c.yaml", List.of());
    assertThat(own.evaluated().augmentation()).isEqualTo(own.augmentation());
    ExperimentConfig many =
        ConfigLoader.parse(DATA + "compare: {generators: [mgs]}\n", "c.yaml", List.of());
    assertThat(many.evaluated().augmentation()).isNull();
    assertThat(many.evaluated().evaluation()).isNotNull();
  }

  /** Returns every options record that has defaults, from the top level down. */
  static Stream<Record> defaults() {
    Set<Class<?>> found = new LinkedHashSet<>();
    collect(ExperimentConfig.class, found);
    return found.stream()
        .map(Records::defaults)
        .flatMap(Optional::stream)
        .map(Record.class::cast)
        .filter(each -> each.getClass().getRecordComponents().length > 0);
  }

  private static void collect(Type type, Set<Class<?>> found) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments()).forEach(each -> collect(each, found));
    } else if (type instanceof Class<?> plain && plain.isSealed()) {
      Arrays.stream(plain.getPermittedSubclasses()).forEach(each -> collect(each, found));
    } else if (type instanceof Class<?> plain && plain.isRecord() && found.add(plain)) {
      for (RecordComponent component : plain.getRecordComponents()) {
        collect(component.getGenericType(), found);
      }
    }
  }

  @Test
  void everyKindAndSectionHasDefaults() {
    // 12 kinds of generators, of which one has nothing to set, and the sections beside them.
    assertThat(defaults().map(each -> each.getClass().getSimpleName()))
        .hasSizeGreaterThan(18)
        .contains("VaeOptions", "SplitOptions", "DataOptions", "EvaluationOptions", "Timestamp");
  }

  @Test
  void optionsInJavaAreThoseOfAConfig() {
    ExperimentConfig read = ConfigLoader.parse(DATA, "c.yaml", List.of("generator.steps=500"));

    assertThat(
            ExperimentConfig.of(DataOptions.of("cards.csv", "y", "1"))
                .withGenerator(VaeOptions.defaults().withSteps(500)))
        .isEqualTo(read);
  }

  /** A wither names its component in a text: it must change this one, and no other. */
  @ParameterizedTest
  @MethodSource("defaults")
  void everyWitherChangesTheComponentThatItIsNamedAfter(Record options) throws Exception {
    int tried = 0;
    for (Method wither : options.getClass().getDeclaredMethods()) {
      if (!wither.getName().startsWith("with")) {
        continue;
      }
      RecordComponent component = component(options, wither);
      Object given = another(component, Records.value(options, component));
      assertThat(outcome(() -> wither.invoke(options, given)))
          .isEqualTo(outcome(() -> Records.with(options, component.getName(), given)))
          .isNotEqualTo(options);
      tried++;
    }
    if (!options.getClass().getSimpleName().equals("Timestamp")) {
      assertThat(tried).isEqualTo(options.getClass().getRecordComponents().length);
    }
  }

  /** Returns the changed options, or why there are none: the value that was made up is made up. */
  private static Object outcome(Callable<?> change) throws Exception {
    try {
      return change.call();
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).isInstanceOf(InvalidValue.class);
      return String.valueOf(Objects.requireNonNull(e.getCause()).getMessage());
    } catch (InvalidValue e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static RecordComponent component(Record options, Method wither) {
    String name = wither.getName().substring("with".length());
    return Arrays.stream(options.getClass().getRecordComponents())
        .filter(each -> each.getName().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns a value of a component's type that it does not have. */
  private static Object another(RecordComponent component, @Nullable Object value) {
    Class<?> type = component.getType();
    if (type == int.class || type == Integer.class) {
      return value == null ? 7 : (Integer) value + 1;
    }
    if (type == long.class) {
      return 7L;
    }
    if (type == double.class || type == Double.class) {
      return Objects.equals(value, 0.25) ? 0.5 : 0.25;
    }
    if (type == boolean.class) {
      return !((Boolean) Objects.requireNonNull(value));
    }
    if (type == String.class) {
      return "another";
    }
    if (type == Duration.class) {
      return Duration.ofDays(3);
    }
    if (type.isEnum()) {
      List<Object> others = new ArrayList<>(List.of(type.getEnumConstants()));
      others.remove(value);
      return others.getFirst();
    }
    return structured(type, component, value);
  }

  private static Object structured(
      Class<?> type, RecordComponent component, @Nullable Object value) {
    if (type == Map.class) {
      Type item = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[1];
      return Map.of("another", item instanceof ParameterizedType ? List.of() : "value");
    }
    if (type == List.class) {
      Type item = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      return switch (item.getTypeName()) {
        case "java.lang.Integer" -> List.of(9);
        case "java.lang.Double" -> List.of(0.7);
        case "java.lang.String" -> List.of("another");
        case "dev.synth.features.CalendarOptions$Field" -> List.of(CalendarOptions.Field.HOLIDAY);
        default -> List.of();
      };
    }
    if (type.isRecord()) {
      return value == null ? example(type) : changed(value);
    }
    return Arrays.stream(type.getPermittedSubclasses())
        .filter(each -> value == null || each != value.getClass())
        .map(OptionsTest::example)
        .findFirst()
        .orElseThrow();
  }

  private static Object changed(Object value) {
    RecordComponent last = value.getClass().getRecordComponents()[0];
    return Records.with((Record) value, last.getName(), another(last, Records.value(value, last)));
  }

  private static Object example(Class<?> variant) {
    return Records.defaults(variant)
        .map(Object.class::cast)
        .orElseGet(
            () ->
                Records.build(
                    variant,
                    Arrays.stream(variant.getRecordComponents())
                        .map(component -> another(component, null))
                        .toArray()));
  }
}
