/** The player: paths, progress, pages, checks and cases. */
@org.jspecify.annotations.NullMarked
package org.lectern.learning;
