package org.lectern;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;

import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Tag;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;

/** The rooms stand in one order, and each uses only rooms before it. */
@Tag("once")
@AnalyzeClasses(packages = "org.lectern", importOptions = ArchitectureTest.NoTests.class)
class ArchitectureTest {

  /** Both builds have their tests in a folder of this name, whatever the folder around it is called. */
  static final class NoTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }

  private static final List<String> ROOMS = List.of("platform", "content", "cluster", "people", "ledger", "margin",
      "learning", "search", "assessment", "certificate", "report", "administration", "operation", "home");

  @ArchTest
  static final ArchRule roomsUseOnlyRoomsBeforeThem = rooms();

  private static LayeredArchitecture rooms() {
    var rule = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (var room : ROOMS) {
      rule = rule.layer(room).definedBy("org.lectern." + room + "..");
    }
    for (var room : ROOMS) {
      var after = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size());
      rule = after.isEmpty()
          ? rule.whereLayer(room).mayNotBeAccessedByAnyLayer()
          : rule.whereLayer(room).mayOnlyBeAccessedByLayers(after.toArray(String[]::new));
    }
    return rule;
  }

  @ArchTest
  static final ArchRule everyClassIsInARoom = classes().should()
      .resideInAnyPackage(
          ROOMS.stream().map(room -> "org.lectern." + room + "..").toArray(String[]::new));

  @ArchTest
  static final ArchRule noCycles = slices().matching("org.lectern.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule contentIsPlainJava = noClasses().that()
      .resideInAPackage("org.lectern.content..")
      .and()
      .haveSimpleNameNotContaining("ShelfKeeper")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("io.quarkus..", "jakarta..", "org.hibernate..", "io.vertx..");

  @ArchTest
  static final ArchRule timeComesFromTheClock = noClasses().that()
      .resideOutsideOfPackage("org.lectern.platform..")
      .should()
      .callMethod(Instant.class, "now")
      .orShould()
      .callMethod(LocalDate.class, "now")
      .orShould()
      .callMethod(LocalDateTime.class, "now")
      .orShould()
      .callMethod(ZonedDateTime.class, "now")
      .orShould()
      .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule noRoomsWithoutMeaning = noClasses().should()
      .resideInAnyPackage("..util..", "..common..", "..service..", "..dto..", "..impl..", "..manager..")
      .orShould()
      .haveSimpleNameEndingWith("Util")
      .orShould()
      .haveSimpleNameEndingWith("Utils")
      .orShould()
      .haveSimpleNameEndingWith("Impl")
      .orShould()
      .haveSimpleNameEndingWith("Manager")
      .orShould()
      .haveSimpleNameEndingWith("Service")
      .orShould()
      .haveSimpleNameEndingWith("Dto");

  @ArchTest
  static final ArchRule endpointsArePublic = methods().that()
      .areAnnotatedWith("jakarta.ws.rs.GET")
      .or()
      .areAnnotatedWith("jakarta.ws.rs.POST")
      .or()
      .areAnnotatedWith("jakarta.ws.rs.PUT")
      .or()
      .areAnnotatedWith("jakarta.ws.rs.DELETE")
      .should()
      .bePublic()
      .because("endpoint methods that are not public are silently dropped");

  @ArchTest
  static final ArchRule fieldsAreNotInjected = fields().should()
      .notBeAnnotatedWith("jakarta.inject.Inject")
      .because("what a class needs stands in its constructor");

  @ArchTest
  static final ArchRule peopleAreSentToOwnAddressesOnly = noClasses().should()
      .accessTargetWhere(
          target(owner(type(Response.class).or(type(ResponseBuilder.class))
              .or(type(RestResponse.class))
              .or(type(RestResponse.ResponseBuilder.class))))
              .and(target(nameMatching("seeOther|created|temporaryRedirect|location|contentLocation"))))
      .orShould()
      .dependOnClassesThat()
      .areAssignableTo(RedirectionException.class)
      .because("it would name the scheme and the host that a request gives; OwnAddress does not");

  @ArchTest
  static final ArchRule librariesLiveInOneClass = noClasses()
      .that()
      .haveSimpleNameNotStartingWith("Json")
      .and()
      .resideOutsideOfPackage("org.lectern.content..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("com.fasterxml.jackson.databind..");
}
