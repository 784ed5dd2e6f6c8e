/** The web shell: page layout, problems, clock, configuration, messages. Knows nothing of learning. */
@org.jspecify.annotations.NullMarked
package org.lectern.platform;
