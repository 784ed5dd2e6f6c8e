package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;

/**
 * The table of settings says what the code says: it is made from the Javadoc of the settings and from a hand-written part
 * for those of Quarkus. Write it anew with <code>mvn test -Dtest=ConfigurationDocumentTest -Dupdate</code>.
 */
class ConfigurationDocumentTest {

  private static final Path DOCUMENT = Path.of("docs", "configuration.md");
  private static final Path BY_HAND = Path.of("src", "build", "configuration.md");
  private static final Path SOURCES = Path.of("src", "main", "java");

  /** One line of the table. */
  private record Setting(String name, String meaning, String standard) {

    String line() {
      var variable = name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
      return "| `%s` | `%s` | %s | %s |".formatted(name, variable, meaning, standard);
    }
  }

  @Test
  void itIsUpToDate() throws IOException {
    var wanted = document();
    if (System.getProperty("update") != null) {
      Files.writeString(DOCUMENT, wanted);
    }

    assertThat(Files.readString(DOCUMENT))
        .as("docs/configuration.md is out of date: mvn test -Dtest=ConfigurationDocumentTest -Dupdate")
        .isEqualTo(wanted);
  }

  @Test
  void everySettingHasAMeaning() throws IOException {
    assertThat(settings()).isNotEmpty()
        .allSatisfy(setting -> assertThat(setting.meaning()).as(setting.name()).isNotBlank());
  }

  private static String document() throws IOException {
    var table = String.join("\n", settings().stream().map(Setting::line).toList());
    return Files.readString(BY_HAND).replace("{settings}", table);
  }

  private static List<Setting> settings() throws IOException {
    var found = new ArrayList<Setting>();
    try (var files = Files.walk(SOURCES)) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        if (Files.readString(file).contains("@ConfigMapping(")) {
          found.addAll(settingsIn(file));
        }
      }
    }
    return found;
  }

  private static List<Setting> settingsIn(Path file) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
          files.getJavaFileObjects(file));
      var reader = new Reader(DocTrees.instance(task));
      task.parse().forEach(unit -> reader.scan(unit, null));
      return reader.settings();
    }
  }

  /** Reads the methods of a mapping, and of the groups in it, in their order. */
  private static final class Reader extends TreePathScanner<Void, Void> {

    private final DocTrees documentation;
    private final List<ClassTree> groups = new ArrayList<>();
    private final List<TreePath> methods = new ArrayList<>();
    private String prefix = "";

    Reader(DocTrees documentation) {
      this.documentation = documentation;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      if (prefix.isEmpty()) {
        prefix = type.getModifiers()
            .getAnnotations()
            .stream()
            .filter(annotation -> annotation.getAnnotationType().toString().equals("ConfigMapping"))
            .map(Reader::value)
            .findFirst()
            .orElseThrow();
      } else {
        groups.add(type);
      }
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      methods.add(getCurrentPath());
      return null;
    }

    List<Setting> settings() {
      return settingsOf(prefix, null);
    }

    private List<Setting> settingsOf(String before, ClassTree group) {
      var found = new ArrayList<Setting>();
      for (var path : methods) {
        var owner = (ClassTree) path.getParentPath().getLeaf();
        if (group == null ? !groups.contains(owner) : owner.equals(group)) {
          var method = (MethodTree) path.getLeaf();
          var name = before + "." + kebab(method.getName().toString());
          groupOf(method).ifPresentOrElse(inner -> found.addAll(settingsOf(name, inner)),
              () -> found.add(new Setting(name, meaning(path), standard(method))));
        }
      }
      return found;
    }

    private java.util.Optional<ClassTree> groupOf(MethodTree method) {
      return groups.stream()
          .filter(type -> type.getSimpleName().contentEquals(method.getReturnType().toString()))
          .findFirst();
    }

    private String meaning(TreePath method) {
      DocCommentTree comment = documentation.getDocCommentTree(method);
      assertThat(comment).as("Javadoc of " + method.getLeaf()).isNotNull();
      return comment.getFullBody()
          .stream()
          .map(Object::toString)
          .reduce("", String::concat)
          .replaceAll("\\{@code ([^}]*)}", "`$1`")
          .replaceAll("\\{@link #?([^}]*)}", "`$1`")
          .replaceAll("\\s+", " ")
          .replace("|", "\\|")
          .strip();
    }

    private static String standard(MethodTree method) {
      return method.getModifiers()
          .getAnnotations()
          .stream()
          .filter(annotation -> annotation.getAnnotationType().toString().equals("WithDefault"))
          .map(annotation -> "`" + value(annotation) + "`")
          .findFirst()
          .orElse(method.getReturnType().toString().startsWith("Optional") ? "not set" : "must be set");
    }

    private static String value(AnnotationTree annotation) {
      var argument = annotation.getArguments().getFirst();
      var literal = argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
      return String.valueOf(((LiteralTree) literal).getValue());
    }

    private static String kebab(String name) {
      return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
  }
}
