/**
 * The languages that content files are written in: text, YAML, Markdown, HTML, SVG. Knows nothing of courses. Each library
 * stands in one class: YAML in {@code Yaml}, CommonMark in {@code Markdown}, the sanitiser in {@code Html}.
 */
@org.jspecify.annotations.NullMarked
package org.lectern.content.format;
