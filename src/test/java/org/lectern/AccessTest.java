package org.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.quarkus.security.Authenticated;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Who is let in where. Every address that code serves is tried, so that none is forgotten that comes later. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("once")
class AccessTest {

  private static final Map<Class<? extends Annotation>, String> VERBS = Map.of(GET.class, "GET", POST.class, "POST",
      PUT.class, "PUT", DELETE.class, "DELETE");

  /** The method behind each address, such as {@code GET /courses}. */
  private static final Map<String, JavaMethod> ADDRESSES = addresses();

  private static Map<String, JavaMethod> addresses() {
    var addresses = new TreeMap<String, JavaMethod>();
    new ClassFileImporter().withImportOption(new ArchitectureTest.NoTests())
        .importPackages("org.lectern")
        .stream()
        .filter(resource -> resource.isAnnotatedWith(Path.class))
        .flatMap(resource -> resource.getMethods().stream())
        .forEach(method -> VERBS.forEach((verb, name) -> {
          if (method.isAnnotatedWith(verb)) {
            addresses.put(name + " " + address(method), method);
          }
        }));
    return addresses;
  }

  private static String address(JavaMethod method) {
    var below = method.isAnnotatedWith(Path.class) ? "/" + method.getAnnotationOfType(Path.class).value() : "";
    return ("/" + path(method.getOwner()) + below).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
  }

  private static String path(JavaClass resource) {
    return resource.getAnnotationOfType(Path.class).value();
  }

  /** What a method says of itself counts before what its class says. */
  private static Class<? extends Annotation> access(JavaMethod method) {
    var kinds = List.of(PermitAll.class, Authenticated.class, RolesAllowed.class);
    return Stream.<CanBeAnnotated>of(method, method.getOwner())
        .flatMap(place -> kinds.stream().filter(place::isAnnotatedWith))
        .findFirst()
        .orElseThrow(() -> new AssertionError(method.getFullName() + " does not say whom it is for"));
  }

  private static List<String> of(Class<? extends Annotation> kind) {
    return ADDRESSES.keySet().stream().filter(address -> access(ADDRESSES.get(address)) == kind).toList();
  }

  private static int status(RequestSpecification who, String address) {
    var verb = address.substring(0, address.indexOf(' '));
    var path = address.substring(address.indexOf(' ') + 1).replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    var method = ADDRESSES.get(address);
    var type = method.isAnnotatedWith(Consumes.class) ? method.getAnnotationOfType(Consumes.class).value()[0] : "";
    var request = switch (type) {
      case "multipart/form-data" -> who.multiPart("file", "a.csv", new byte[0], "text/csv");
      case "application/json" -> who.contentType(type).body("{}");
      default -> verb.equals("GET") ? who : who.formParam("name", "value");
    };
    return request.request(verb, path).statusCode();
  }

  @Test
  void whatIsOpenToAllIsOpenOnPurpose() {
    assertThat(of(PermitAll.class)).containsExactly("GET /", "GET /api/v1/courses", "GET /bench/page",
        "GET /first-administrator/{secret}", "GET /join", "GET /q/openapi", "GET /shortcuts", "GET /sign-in",
        "GET /style",
        "GET /verify", "GET /verify/{serial}", "POST /api/v1/accounts", "POST /api/v1/tokens",
        "POST /courses/{course}/{unit}/mistakes", "POST /courses/{course}/{unit}/note", "POST /data-saver",
        "POST /first-administrator/{secret}", "POST /join", "POST /language", "POST /shortcuts", "POST /sign-in",
        "POST /theme");
  }

  @Test
  void whoIsNotSignedInIsLetInNowhereElse() {
    var closed = Stream.of(Authenticated.class, RolesAllowed.class).flatMap(kind -> of(kind).stream()).toList();

    assertThat(closed).hasSizeGreaterThan(60)
        .allSatisfy(address -> assertThat(status(TestPerson.stranger(), address)).as(address).isIn(401, 303));
  }

  @Test
  void whatIsForAdministratorsIsForNobodyElse() {
    var learner = TestPerson.onFullPath();
    var theirs = of(RolesAllowed.class);

    assertThat(theirs).containsAll(
        ADDRESSES.keySet().stream().filter(address -> address.matches("\\w+ (/api/v1)?/admin\\b.*")).toList());
    assertThat(theirs).hasSizeGreaterThan(25)
        .allSatisfy(address -> assertThat(status(learner.browser(), address)).as(address).isEqualTo(403));
  }
}
