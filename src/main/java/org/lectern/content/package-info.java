/** Course files become an immutable {@link org.lectern.content.Library}. Plain Java: no database, no HTTP, no templates. */
@org.jspecify.annotations.NullMarked
package org.lectern.content;
