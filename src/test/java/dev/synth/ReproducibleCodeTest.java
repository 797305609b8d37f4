package dev.synth;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rules that keep chance, time, places and state out of the code. */
@AnalyzeClasses(packages = "dev.synth", importOptions = ImportOption.DoNotIncludeTests.class)
class ReproducibleCodeTest {
  private static final Set<String> CLOCK_METHODS =
      Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone", "system");

  /** The methods whose texts depend on the locale, the time zone or the default encoding. */
  private static final Set<String> LOCAL =
      Set.of(
          "String.format(String, Object[])",
          "String.formatted(Object[])",
          "String.toLowerCase()",
          "String.toUpperCase()",
          "String.getBytes()",
          "String.<init>(byte[])",
          "String.<init>(byte[], int, int)",
          "PrintStream.printf(String, Object[])",
          "PrintStream.format(String, Object[])",
          "PrintWriter.printf(String, Object[])",
          "PrintWriter.format(String, Object[])",
          "Formatter.<init>()",
          "Formatter.<init>(Appendable)",
          "MessageFormat.format(String, Object[])",
          "DecimalFormat.<init>()",
          "DecimalFormat.<init>(String)",
          "NumberFormat.getInstance()",
          "NumberFormat.getNumberInstance()",
          "NumberFormat.getPercentInstance()",
          "NumberFormat.getCurrencyInstance()",
          "DateTimeFormatter.ofPattern(String)",
          "SimpleDateFormat.<init>(String)",
          "Collator.getInstance()",
          "Locale.getDefault()",
          "Locale.getDefault(Category)",
          "ZoneId.systemDefault()",
          "TimeZone.getDefault()",
          "Calendar.getInstance()",
          "Charset.defaultCharset()",
          "Scanner.<init>(InputStream)",
          "Scanner.<init>(File)",
          "Scanner.<init>(Path)",
          "FileReader.<init>(String)",
          "FileReader.<init>(File)",
          "FileWriter.<init>(String)",
          "FileWriter.<init>(File)",
          "InputStreamReader.<init>(InputStream)",
          "OutputStreamWriter.<init>(OutputStream)",
          "PrintStream.<init>(OutputStream)",
          "PrintStream.<init>(OutputStream, boolean)",
          "PrintWriter.<init>(OutputStream)",
          "PrintWriter.<init>(OutputStream, boolean)");

  @ArchTest
  static final ArchRule randomNumbersComeFromStreams =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(SplittableRandom.class)
          .orShould()
          .accessTargetWhere(ArchitectureTest.calls(Math.class, Set.of("random")))
          .orShould()
          .accessTargetWhere(ArchitectureTest.calls(Collections.class, Set.of("shuffle")))
          .orShould()
          .accessTargetWhere(ArchitectureTest.calls(UUID.class, Set.of("randomUUID")))
          .because("one seed decides every random number");

  @ArchTest
  static final ArchRule timeIsReadAtTheTopOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ArchitectureTest.ROOT + "internal.cli..",
              ArchitectureTest.ROOT + "experiment..",
              ArchitectureTest.ROOT + "internal.experiment..",
              ArchitectureTest.ROOT + "internal.files..")
          .should()
          .accessTargetWhere(readsAClock())
          .because("results must not depend on when they were computed");

  @ArchTest
  static final ArchRule nothingAsksTheLocale =
      noClasses()
          .that()
          .haveNameNotMatching(".*NeuralRuntime.Started") // the folder of native libraries alone
          .should()
          .accessTargetWhere(
              describe("asks locale, time zone or encoding", ReproducibleCodeTest::isLocal))
          .because(
              "a run has the same bytes everywhere: use PlainText.of or"
                  + " Locale.ArchitectureTest.ROOT");

  private static boolean isLocal(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
      return false;
    }
    String parameters =
        target.getRawParameterTypes().stream()
            .map(JavaClass::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
    return LOCAL.contains(target.getOwner().getSimpleName() + "." + target.getName() + parameters);
  }

  @ArchTest
  static final ArchRule onlyCliPrints =
      noClasses()
          .that()
          .resideOutsideOfPackage(ArchitectureTest.ROOT + "internal.cli..")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule nothingIsSerializedByJava =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ObjectInputStream.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ObjectOutputStream.class)
          .because("reading a model must never run code");

  @ArchTest
  static final ArchRule staticFieldsAreFinal = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule staticFieldsHoldNoState =
      fields()
          .that()
          .areStatic()
          .should()
          .notHaveRawType(
              describe(
                  "mutable",
                  type ->
                      type.getPackageName().equals("java.util.concurrent.atomic")
                          || type.isAssignableTo(ThreadLocal.class)
                          || isAMutableCollection(type)));

  private static boolean isAMutableCollection(JavaClass type) {
    return !type.isInterface()
        && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
  }

  private static DescribedPredicate<JavaAccess<?>> readsAClock() {
    return describe(
        "reads a clock",
        access -> {
          JavaClass owner = access.getTargetOwner();
          boolean clock =
              owner.getPackageName().equals("java.time") || owner.isEquivalentTo(System.class);
          return clock && CLOCK_METHODS.contains(access.getTarget().getName());
        });
  }
}
