/** What the files of a course say, as written and with the place of each part; not yet whether it holds together. */
@org.jspecify.annotations.NullMarked
package org.lectern.content.draft;
