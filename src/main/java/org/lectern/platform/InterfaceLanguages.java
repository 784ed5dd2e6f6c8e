package org.lectern.platform;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The languages that the interface speaks: those that have message files. The first is the default. */
@ApplicationScoped
public class InterfaceLanguages {

  private final List<String> tags;

  InterfaceLanguages(@ConfigProperty(name = "quarkus.locales") List<String> tags) {
    this.tags = List.copyOf(tags);
  }

  public List<String> tags() {
    return tags;
  }
}
