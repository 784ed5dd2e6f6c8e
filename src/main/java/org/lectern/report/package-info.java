/** Lists and figures for administrators, read by plain SQL: over everybody, and changing nothing. */
@org.jspecify.annotations.NullMarked
package org.lectern.report;
