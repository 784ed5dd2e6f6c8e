package org.lectern.platform;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The languages that can be chosen, as BCP 47 tags. The first of each list is the default. */
@ApplicationScoped
public class Languages {

  private final List<String> ofInterface;
  private final List<String> ofCourses;
  private final List<String> ofBoth;

  Languages(@ConfigProperty(name = "quarkus.locales") List<String> ofInterface, Settings settings) {
    this.ofInterface = List.copyOf(ofInterface);
    this.ofCourses = List.copyOf(settings.languages());
    this.ofBoth = this.ofInterface.stream().filter(this.ofCourses::contains).toList();
  }

  /** Those that the interface speaks: it has message files in them. */
  public List<String> ofInterface() {
    return ofInterface;
  }

  /** Those in which a person can want to read courses. */
  public List<String> ofCourses() {
    return ofCourses;
  }

  /** Those of the interface in which a person can also want to read courses. */
  public List<String> ofBoth() {
    return ofBoth;
  }
}
