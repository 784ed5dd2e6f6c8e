/**
 * Course files become an immutable {@link org.lectern.content.Library}. Plain Java: no database, no HTTP, no templates.
 *
 * <p>{@link org.lectern.content.Loading} goes through four steps: {@code Scan} and {@code Parse}, in the room
 * {@code draft}, read the files as they are written; {@code Check} finds what does not hold together; {@code Assemble}
 * makes courses of the drafts that have no errors. {@link org.lectern.content.Shelf} holds the result.
 */
@org.jspecify.annotations.NullMarked
package org.lectern.content;
