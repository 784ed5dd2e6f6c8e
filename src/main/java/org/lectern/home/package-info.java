/** Screens that join rooms: the learner's desk and the administrator's desk. */
@org.jspecify.annotations.NullMarked
package org.lectern.home;
