package org.lectern.content;

import java.util.Optional;

/**
 * The code of a course in another system.
 *
 * @param system for instance {@code Inspira}
 * @param path the path that the code stands for; empty for all
 * @param language the language that the code stands for; empty for all
 */
public record ExternalCode(String system, Optional<String> path, Optional<String> language, String code) {}
