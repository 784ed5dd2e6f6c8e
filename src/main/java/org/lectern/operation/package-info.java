/** What operators need: the start, health, metrics, backups. Looks at the other rooms, and is looked at by none but the screens. */
@org.jspecify.annotations.NullMarked
package org.lectern.operation;
