/** Finding courses, units, terms and texts by their words, in every language. */
@org.jspecify.annotations.NullMarked
package org.lectern.search;
