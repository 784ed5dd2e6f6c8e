/** The final assessment: drawing items, attempts, scoring. */
@org.jspecify.annotations.NullMarked
package org.lectern.assessment;
