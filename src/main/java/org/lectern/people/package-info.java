/** Persons, their accounts and engagements, and how they sign in. */
@org.jspecify.annotations.NullMarked
package org.lectern.people;
