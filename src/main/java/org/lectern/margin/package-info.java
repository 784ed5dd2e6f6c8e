/** What readers write in the margin: notes to themselves, and mistakes that they report. */
@org.jspecify.annotations.NullMarked
package org.lectern.margin;
