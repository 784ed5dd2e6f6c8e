package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.administration.AdministrationMessages;
import org.lectern.assessment.AssessmentMessages;
import org.lectern.certificate.CertificateMessages;
import org.lectern.home.HomeMessages;
import org.lectern.learning.LearningMessages;
import org.lectern.margin.MarginMessages;
import org.lectern.people.PeopleMessages;
import org.lectern.platform.PlatformMessages;
import org.lectern.report.ReportMessages;
import org.lectern.search.SearchMessages;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.quarkus.qute.i18n.MessageBundle;

/** The interface speaks all its languages whole: no message is missing, none is left over, and none forgets a value. */
@Tag("once")
class MessagesTest {

  private static final Set<Class<?>> BUNDLES = Set.of(AdministrationMessages.class, AssessmentMessages.class,
      CertificateMessages.class, HomeMessages.class, LearningMessages.class, MarginMessages.class, PeopleMessages.class,
      PlatformMessages.class, ReportMessages.class, SearchMessages.class);

  private static final Pattern NAMED = Pattern.compile("\\b[a-z]+:[a-zA-Z]+\\b");

  static Stream<Class<?>> bundles() {
    return BUNDLES.stream();
  }

  static Stream<Arguments> files() {
    return BUNDLES.stream()
        .flatMap(bundle -> Stream.of("ar", "es", "fr", "ru", "zh").map(language -> Arguments.of(bundle, language)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyMessageIsTranslatedWithItsValues(Class<?> bundle, String language) throws IOException {
    var texts = texts(bundle, language);
    var methods = Arrays.stream(bundle.getDeclaredMethods()).collect(Collectors.toMap(Method::getName, one -> one));

    assertThat(new TreeSet<>(texts.stringPropertyNames())).isEqualTo(new TreeSet<>(methods.keySet()));
    methods.forEach((key, method) -> {
      var text = texts.getProperty(key);
      assertThat(text).as(key).isNotBlank();
      for (var parameter : method.getParameters()) {
        assertThat(text).as(key + " says " + parameter.getName())
            .containsPattern("[{(, ]" + parameter.getName() + "\\b");
      }
    });
  }

  /** A sign of two parts and the inside of quotation marks never stand alone at the beginning of a line. */
  @ParameterizedTest
  @MethodSource("bundles")
  void frenchSignsStayWithTheirWords(Class<?> bundle) throws IOException {
    assertThat(texts(bundle, "fr")).allSatisfy(
        (key, text) -> assertThat(text).asString().doesNotContainPattern(" [:;?!»%]|« |[^\u00a0{]»|«[^\u00a0]"));
  }

  /** What people wrote may be in letters that run the other way. */
  @ParameterizedTest
  @MethodSource("bundles")
  void arabicKeepsWhatPeopleWroteApart(Class<?> bundle) throws IOException {
    assertThat(texts(bundle, "ar")).allSatisfy((key, text) -> assertThat(text).asString()
        .doesNotContainPattern(
            "(?<!\u2068)\\{(title|name|query|instead|unit|node|path|course|column|cell|code|prompt|filter)\\}"));
  }

  /** Named in a template, in a message, or in code. */
  @Test
  void everyMessageIsUsed() throws IOException {
    var written = new StringBuilder();
    try (var files = Files.walk(Path.of("src/main/resources"))) {
      for (var file : files.filter(MessagesTest::mayNameMessages).toList()) {
        written.append(Files.readString(file));
      }
    }
    var named = NAMED.matcher(written).results().map(MatchResult::group).collect(Collectors.toSet());
    var code = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("org.lectern");

    assertThat(BUNDLES.stream()
        .flatMap(bundle -> code.get(bundle).getMethods().stream())
        .filter(message -> message.getAccessesToSelf().isEmpty() && !named.contains(name(message)))
        .map(JavaMethod::getFullName)).isEmpty();
  }

  private static boolean mayNameMessages(Path file) {
    return file.toString().endsWith(".html") || file.toString().endsWith(".properties");
  }

  /** As templates name it. */
  private static String name(JavaMethod message) {
    return message.getOwner().getAnnotationOfType(MessageBundle.class).value() + ":" + message.getName();
  }

  private static Properties texts(Class<?> bundle, String language) throws IOException {
    var texts = new Properties();
    var name = bundle.getAnnotation(MessageBundle.class).value();
    try (var reader = Files.newBufferedReader(
        Path.of("src/main/resources/messages/%s_%s.properties".formatted(name, language)), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
