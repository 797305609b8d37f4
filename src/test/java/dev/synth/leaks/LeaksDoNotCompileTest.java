package dev.synth.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leaks that a program cannot express: the compiler names the wrong kind of rows. */
class LeaksDoNotCompileTest {
  @Test
  void theSameStepsOnTheRightRowsCompile() {
    assertThat(
            Compiling.complaintsAbout(
                """
                FeatureEncoder encoder = FeatureEncoder.fit(split.training(), FeatureEncoder.QuantileRows.ALL);
                Generator generator = trainer.fit(split.training(), context);
                RowRules rules = RowRules.fit(split.training(), List.of());
                Relations relations =
                    Relations.learn(split.training(), RelationOptions.defaults());
                Synthetic drawn = rules.review(generator.sample(10, context)).accepted();
                Augmented augmented = split.training().plus(drawn);
                Classifier fitted = classifierTrainer.fit(augmented, ClassWeighting.NONE, context);
                Threshold threshold =
                    Thresholds.choose(
                        rule, ScoredRows.of(fitted, HeldOut.validationRows(split.validation())));
                TestScores scores = TestOpening.score(split.test(), fitted);
                """))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("does not compile:")
  @CsvSource(
      delimiter = '|',
      value = {
        "encoder fitted on everything"
            + "| FeatureEncoder.fit(all, FeatureEncoder.QuantileRows.ALL);"
            + "| LabelledTable cannot be converted to Training",
        "encoder fitted on test rows"
            + "| FeatureEncoder.fit(split.test(), FeatureEncoder.QuantileRows.ALL);"
            + "| HeldOut<Test> cannot be converted to Training",
        "encoder fitted on synthetic rows"
            + "| FeatureEncoder.fit(synthetic, FeatureEncoder.QuantileRows.RARE);"
            + "| Synthetic cannot be converted to Training",
        "row rules learned from everything"
            + "| RowRules.fit(all, List.of());"
            + "| LabelledTable cannot be converted to Training",
        "relations learned from everything"
            + "| Relations.learn(all, RelationOptions.defaults());"
            + "| LabelledTable cannot be converted to Training",
        "relations learned from validation rows"
            + "| Relations.learn(split.validation(), RelationOptions.defaults());"
            + "| HeldOut<Validation> cannot be converted to Training",
        "relations learned from test rows"
            + "| Relations.learn(split.test(), RelationOptions.defaults());"
            + "| HeldOut<Test> cannot be converted to Training",
        "SMOTE before the split"
            + "| Generators.trainer(new SmoteOptions(5, true)).fit(all, context);"
            + "| LabelledTable cannot be converted to Training",
        "augmented rows split afterwards"
            + "| Splitter.split(split.training().plus(synthetic), null, null, null, null);"
            + "| Augmented cannot be converted to LabelledTable",
        "the table of augmented rows split afterwards|"
            + " Splitter.split(split.training().plus(synthetic).emittedOnce(), null, null, null,"
            + " null);| Table cannot be converted to LabelledTable",
        "test rows in the generator"
            + "| trainer.fit(split.test(), context);"
            + "| HeldOut<Test> cannot be converted to Training",
        "validation rows in the generator"
            + "| trainer.fit(split.validation(), context);"
            + "| HeldOut<Validation> cannot be converted to Training",
        "generator fitted on what generators made"
            + "| trainer.fit(split.training().plus(synthetic), context);"
            + "| Augmented cannot be converted to Training",
        "teacher that saw validation rows"
            + "| new TeacherTrainer(classifierTrainer).fit(split.validation(), null, context);"
            + "| HeldOut<Validation> cannot be converted to Training",
        "teacher that saw test rows"
            + "| new TeacherTrainer(classifierTrainer).fit(split.test(), null, context);"
            + "| HeldOut<Test> cannot be converted to Training",
        "teacher that saw the whole table"
            + "| new TeacherTrainer(classifierTrainer).fit(all, null, context);"
            + "| LabelledTable cannot be converted to Training",
        "teacher that saw the rows a fold holds back"
            + "| new TeacherTrainer(classifierTrainer).fit(Folds.inside(split.training(), 5,"
            + " context.seeds()).getFirst().heldBack(), null, context);"
            + "| LabelledTable cannot be converted to Training",
        "teacher that learned from what generators made"
            + "| new TeacherTrainer(classifierTrainer).fit(split.training().plus(synthetic), null,"
            + " context);"
            + "| Augmented cannot be converted to Training",
        "test rows added to the training rows"
            + "| split.training().plus(split.test());"
            + "| HeldOut<Test> cannot be converted to Synthetic",
        "real rows passed off as synthetic"
            + "| new Synthetic(all.features());"
            + "| Synthetic(Table) is not public in Synthetic; cannot be accessed from outside"
            + " package",
        "synthetic rows in validation"
            + "| HeldOut.validationRows(synthetic);"
            + "| Synthetic cannot be converted to HeldOut<Validation>",
        "augmented rows declared to be validation rows"
            + "| new HeldOut<Validation>(split.training().rows(), new int[0]);"
            + "| is not public in HeldOut; cannot be accessed from outside package",
        "threshold chosen on test rows"
            + "| Thresholds.choose(rule, ScoredRows.of(classifier,"
            + " HeldOut.validationRows(split.test())));"
            + "| HeldOut<Test> cannot be converted to HeldOut<Validation>",
        "threshold chosen on test scores"
            + "| Thresholds.choose(rule, TestOpening.score(split.test(), classifier));"
            + "| TestScores cannot be converted to ScoredRows",
        "selection on test scores"
            + "| double[] scores = TestOpening.score(split.test(), classifier).scores();"
            + "| scores() is not public in TestScores; cannot be accessed from outside package",
        "synthetic rows judged by test rows| new Validator().validate(split.training(),"
            + " split.test(), synthetic, null, context);| HeldOut<Test> cannot be converted to"
            + " HeldOut<Validation>",
        "test rows cast to validation rows"
            + "| HeldOut<Validation> chosen = (HeldOut<Validation>) split.test();"
            + "| HeldOut<Test> cannot be converted to HeldOut<Validation>",
      })
  void aLeakDoesNotCompile(String fault, String statement, String error) {
    assertThat(Compiling.complaintsAbout(statement))
        .as(fault)
        .singleElement()
        .asString()
        .contains(error);
  }

  /** The last way round the types is a warning, and the build makes warnings errors. */
  @Test
  void aCastThatHidesTheRoleIsWarnedOf() {
    assertThat(
            Compiling.complaintsAbout(
                "HeldOut<?> any = split.test();"
                    + "HeldOut<Validation> chosen = (HeldOut<Validation>) any;"))
        .singleElement()
        .asString()
        .contains("unchecked cast");
  }
}
