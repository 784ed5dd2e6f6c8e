/** What administrators look up about one person, and change for one or for many. */
@org.jspecify.annotations.NullMarked
package org.lectern.administration;
