/** Statements and registrations: the append-only record of what people learned. */
@org.jspecify.annotations.NullMarked
package org.lectern.ledger;
