package org.lectern.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole course in one language. A unit that has no file in this language stands here in the source language, and says
 * so by its own {@link Unit#language()}.
 *
 * @param language BCP 47
 * @param modules all modules of the course, in order
 * @param pools the assessment items by module id
 */
public record Translation(String language, List<Module> modules, Map<String, List<Item>> pools, Index index) {

  public Translation {
    modules = List.copyOf(modules);
    pools = Ordered.copyOf(pools);
  }

  public Translation(String language, List<Module> modules, Map<String, List<Item>> pools) {
    this(language, modules, pools, Index.of(modules));
  }

  public Optional<Unit> unit(String unitId) {
    return Optional.ofNullable(index.units.get(unitId));
  }

  public Optional<Module> module(String moduleId) {
    return Optional.ofNullable(index.modules.get(moduleId));
  }

  /** The module that holds the unit. */
  public Optional<Module> moduleOf(String unitId) {
    return Optional.ofNullable(index.moduleOfUnit.get(unitId));
  }

  /** The modules of a path, in the order of the course. */
  public List<Module> modulesOf(Path path) {
    return modules.stream().filter(module -> path.includes(module.id())).toList();
  }

  /** Where things are; made once. */
  public static final class Index {
    private final Map<String, Unit> units = new HashMap<>();
    private final Map<String, Module> modules = new HashMap<>();
    private final Map<String, Module> moduleOfUnit = new HashMap<>();

    private Index() {}

    static Index of(List<Module> modules) {
      var index = new Index();
      for (var module : modules) {
        index.modules.put(module.id(), module);
        for (var unit : module.units()) {
          index.units.put(unit.id(), unit);
          index.moduleOfUnit.put(unit.id(), module);
        }
      }
      return index;
    }
  }
}
