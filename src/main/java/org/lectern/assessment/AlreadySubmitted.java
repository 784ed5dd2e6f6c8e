package org.lectern.assessment;

import org.lectern.platform.Problem;
import org.lectern.platform.Text;

/** The attempt has ended and takes no more answers. */
final class AlreadySubmitted extends Problem {
  private static final long serialVersionUID = 1L;

  AlreadySubmitted() {
    super(409, "already-submitted", Text.of(AssessmentMessages.class, AssessmentMessages::alreadySubmitted));
  }
}
