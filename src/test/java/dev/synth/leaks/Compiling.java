package dev.synth.leaks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.source.util.JavacTask;
import dev.synth.split.Training;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Compiles statements of a library user against synth's classes, and keeps no class. */
final class Compiling {
  private static final String BEFORE =
      """
      package user;

      import dev.synth.base.*;
      import dev.synth.classify.*;
      import dev.synth.evaluate.*;
      import dev.synth.generate.*;
      import dev.synth.internal.classify.*;
      import dev.synth.internal.classify.ensemble.*;
      import dev.synth.internal.encode.*;
      import dev.synth.internal.generate.kinds.*;
      import dev.synth.internal.holdout.*;
      import dev.synth.internal.relation.*;
      import dev.synth.internal.validate.*;
      import dev.synth.rule.*;
      import dev.synth.split.*;
      import dev.synth.split.HeldOut.Test;
      import dev.synth.split.HeldOut.Validation;
      import dev.synth.table.*;
      import dev.synth.validate.*;
      import java.util.*;

      class Study {
        void run(
            LabelledTable all,
            Split split,
            Synthetic synthetic,
            GeneratorTrainer trainer,
            ClassifierTrainer classifierTrainer,
            Classifier classifier,
            ThresholdRule rule,
            Context context) {
      """;

  private static final String AFTER = "\n  }\n}\n";

  private Compiling() {}

  /** Returns the compiler's errors and warnings, in English; none where all is right. */
  static List<String> complaintsAbout(String statements) {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of("-proc:none", "-implicit:none", "-Xlint:unchecked,rawtypes", "-cp", classPath());
      List<Source> sources = List.of(new Source(BEFORE + statements + AFTER));
      JavaCompiler.CompilationTask task =
          compiler.getTask(null, files, found, options, null, sources);
      ((JavacTask) task).analyze(); // which writes no class file
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> complaints = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : found.getDiagnostics()) {
      if (diagnostic.getSource() instanceof Source) {
        complaints.add(withoutPackages(diagnostic.getMessage(Locale.ROOT)));
      }
    }
    return complaints;
  }

  private static String withoutPackages(String message) {
    return message
        .replaceAll("\\s+", " ")
        .replaceAll("dev\\.synth\\.[a-z.]*", "")
        .replaceAll("HeldOut\\.(Test|Validation)", "$1");
  }

  private static String classPath() {
    return Stream.of(Training.class, JsonNode.class, JsonCreator.class, NullMarked.class)
        .map(Compiling::placeOf)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///user/Study.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
