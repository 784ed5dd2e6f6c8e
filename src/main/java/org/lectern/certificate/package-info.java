/** Certificates: award, PDF, verification, revocation, re-issue. */
@org.jspecify.annotations.NullMarked
package org.lectern.certificate;
