/** The nodes that share one database: which of them live, and that they show the same content. */
@org.jspecify.annotations.NullMarked
package org.lectern.cluster;
