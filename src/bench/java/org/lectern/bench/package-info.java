/**
 * Measures how fast Lectern is, against yardsticks that are measured in the same run. {@code ./lectern bench} runs it;
 * {@code docs/performance.md} tells how to read what it prints. Nothing of it is in the product.
 */
@NullMarked
package org.lectern.bench;

import org.jspecify.annotations.NullMarked;
