package dev.synth;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.synth.generate.TrainingNote;
import dev.synth.internal.note.FitNote;
import dev.synth.split.HeldOut;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.reading.ReadingNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The rules that no compiler checks: who may use what. */
@AnalyzeClasses(packages = "dev.synth", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  static final String ROOT = "dev.synth.";

  /** No package holds more types. */
  private static final int ROOM = 25;

  /**
   * The rooms from the top down: a package uses only rooms after its own. It belongs to the room
   * with the longest name that its own begins with.
   */
  private static final List<String> ROOMS =
      List.of(
          "internal.cli",
          "",
          "experiment",
          "internal.experiment",
          "internal.serve",
          "internal.tracking",
          "internal.report",
          "internal.monitor",
          "internal.listing",
          "run",
          "internal.config",
          "config",
          "internal.compare",
          "internal.holdout",
          "compare",
          "internal.bundle",
          "internal.note",
          "internal.evaluate",
          "evaluate",
          "internal.generate",
          "generate",
          "augment",
          "internal.validate",
          "validate",
          "internal.relation",
          "internal.cluster",
          "internal.classify",
          "classify",
          "internal.neural",
          "internal.encode",
          "internal.profile",
          "internal.features.rows",
          "split",
          "internal.rule",
          "rule",
          "internal.demo",
          "internal.table",
          "table",
          "internal.table.cell",
          "internal.stats",
          "internal.features",
          "features",
          "internal.files",
          "internal.base",
          "base");

  /** The names of methods that give notes. */
  private static final Set<String> NOTES = Set.of("note", "notes");

  @ArchTest static final ArchRule dependenciesPointDown = classes().should(useOnlyRoomsBelow());

  /** The order above has to put one of them first; neither may use the other. */
  @ArchTest
  static final ArchRule generatorsKnowNoValidation =
      siblings(
          List.of("generate..", "internal.generate.."),
          List.of("validate..", "internal.validate.."));

  @ArchTest
  static final ArchRule validationKnowsNoGenerators =
      siblings(
          List.of("validate..", "internal.validate.."),
          List.of("generate..", "internal.generate.."));

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("dev.synth.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theApiExposesNoInternals =
      codeUnits()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage(ROOT + "internal..")
          .should(involveNoInternalType())
          .because("what a library user may call must be all that a library user needs");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked = classes().should(beInANullMarkedPackage());

  @ArchTest
  static final ArchRule databaseLivesInTable =
      livesOnlyIn("internal.table", "org.duckdb..", "java.sql..");

  @ArchTest
  static final ArchRule matrixEngineLivesInNeural =
      livesOnlyIn("internal.neural", "org.nd4j..", "org.deeplearning4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule yamlLivesInConfig =
      livesOnlyIn("internal.config", "org.yaml..", "com.fasterxml.jackson.dataformat..");

  @ArchTest static final ArchRule picocliLivesInCli = livesOnlyIn("internal.cli", "picocli..");

  @ArchTest
  static final ArchRule prometheusLivesInServe = livesOnlyIn("internal.serve", "io.prometheus..");

  @ArchTest
  static final ArchRule classifierLibrariesLiveInClassify =
      livesOnlyIn("internal.classify", "smile..", "ml.dmlc..");

  @ArchTest
  static final ArchRule onlyHoldoutOpensTheTestRows =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "internal.holdout..")
          .should()
          .accessTargetWhere(calls(HeldOut.class, Set.of("openTest", "testFeatures")))
          .because("rows that were looked at are no longer held out");

  @ArchTest
  static final ArchRule onlyExperimentDeclaresTrainingRows =
      onlyExperimentUses(Training.class, "whole");

  @ArchTest
  static final ArchRule onlyExperimentDeclaresHeldOutRows =
      onlyExperimentUses(HeldOut.class, "declared");

  @ArchTest
  static final ArchRule onlyExperimentDeclaresSyntheticRows =
      onlyExperimentUses(Synthetic.class, "external");

  /** {@code OldSentence} is what a file of an earlier version has: a note as a sentence. */
  @ArchTest
  static final ArchRule notesAreFacts =
      noClasses()
          .that()
          .doNotHaveSimpleName("OldSentence")
          .should()
          .accessTargetWhere(calls(ReadingNote.OldSentence.class, Set.of("<init>", "of")))
          .orShould()
          .accessTargetWhere(calls(TrainingNote.OldSentence.class, Set.of("<init>", "of")))
          .orShould()
          .accessTargetWhere(calls(FitNote.OldSentence.class, Set.of("<init>", "of")))
          .because("a note is a record of facts, and report.wording has its words");

  /** A method below {@code report} that gives notes gives no texts. */
  @ArchTest
  static final ArchRule notesBelowReportAreFacts =
      noMethods()
          .that()
          .areDeclaredInClassesThat(
              describe(
                  "lie below report", type -> depthOf(type) > ROOMS.indexOf("internal.report")))
          .should(beNotesInTexts())
          .because("a note is a record of facts, and report.wording has its words");

  private static ArchRule siblings(List<String> one, List<String> other) {
    return noClasses()
        .that()
        .resideInAnyPackage(one.stream().map(ROOT::concat).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(other.stream().map(ROOT::concat).toArray(String[]::new))
        .because("what makes rows and what judges them share only what lies below both");
  }

  private static ArchRule livesOnlyIn(String home, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + home + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  private static ArchRule onlyExperimentUses(Class<?> type, String method) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "experiment..", ROOT + "internal.experiment..")
        .should()
        .accessTargetWhere(calls(type, Set.of(method)))
        .because("elsewhere these rows come from the splitter and the row rules");
  }

  static DescribedPredicate<JavaAccess<?>> calls(Class<?> type, Set<String> methods) {
    return target(owner(assignableTo(type)))
        .and(
            target(
                describe(
                    type.getSimpleName() + "'s " + methods,
                    member -> methods.contains(member.getName()))));
  }

  private static ArchCondition<JavaClass> useOnlyRoomsBelow() {
    return new ArchCondition<>("use only rooms below their own") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        int own = depthOf(item);
        if (own < 0) {
          events.add(SimpleConditionEvent.violated(item, item + " is in no listed room"));
        }
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
          JavaClass used = dependency.getTargetClass().getBaseComponentType();
          if (used.getPackageName().startsWith(ROOT) && depthOf(used) < own) {
            events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** Returns the place of a class's room in the list, or −1 where it has none. */
  private static int depthOf(JavaClass type) {
    String name = type.getPackageName() + ".";
    return ROOMS.stream()
        .filter(room -> room.isEmpty() ? name.equals(ROOT) : name.startsWith(ROOT + room + "."))
        .max(Comparator.comparingInt(String::length))
        .map(ROOMS::indexOf)
        .orElse(-1);
  }

  private static ArchCondition<JavaMethod> beNotesInTexts() {
    return ArchCondition.from(
        describe(
            "be notes in texts",
            method ->
                NOTES.contains(method.getName())
                    && method.getReturnType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(String.class))));
  }

  private static ArchCondition<JavaCodeUnit> involveNoInternalType() {
    return new ArchCondition<>("involve no internal type") {
      @Override
      public void check(JavaCodeUnit item, ConditionEvents events) {
        List<JavaClass> involved = new ArrayList<>(item.getRawParameterTypes());
        involved.add(item.getRawReturnType());
        item.getParameterTypes().forEach(type -> involved.addAll(type.getAllInvolvedRawTypes()));
        involved.addAll(item.getReturnType().getAllInvolvedRawTypes());
        for (JavaClass type : involved) {
          if (type.getPackageName().startsWith(ROOT + "internal")) {
            events.add(SimpleConditionEvent.violated(item, item.getFullName() + " shows " + type));
          }
        }
      }
    };
  }

  @ArchTest
  static void roomsAreSmall(JavaClasses all) {
    Map<String, Long> types =
        all.stream()
            .filter(ArchitectureTest::isATopLevelType)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(types)
        .as("types a package")
        .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(ROOM));
  }

  /** A name that is searched for leads to one type. */
  @ArchTest
  static void namesOfTopLevelTypesAreUnique(JavaClasses all) {
    Map<String, List<String>> types =
        all.stream()
            .filter(ArchitectureTest::isATopLevelType)
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));
    assertThat(types)
        .allSatisfy((name, found) -> assertThat(found).as("types called " + name).hasSize(1));
  }

  /** A nested type has a top-level type's name only as one of its owner's kinds. */
  @ArchTest
  static void nestedTypesTakeNoNameOfATopLevelType(JavaClasses all) {
    Set<String> taken =
        all.stream()
            .filter(ArchitectureTest::isATopLevelType)
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());
    assertThat(all.stream().filter(JavaClass::isNestedClass).filter(type -> !isAKind(type)))
        .filteredOn(type -> taken.contains(type.getSimpleName()))
        .as("nested types with the name of a top-level type")
        .isEmpty();
  }

  private static boolean isAKind(JavaClass type) {
    return type.getEnclosingClass()
        .filter(owner -> type.isAssignableTo(owner.getName()))
        .isPresent();
  }

  private static boolean isATopLevelType(JavaClass type) {
    return type.isTopLevelClass() && !type.getSimpleName().equals("package-info");
  }

  private static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return new ArchCondition<>("be in a package whose package-info says @NullMarked") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(SimpleConditionEvent.violated(item, item + " is in a package without it"));
        }
      }
    };
  }
}
