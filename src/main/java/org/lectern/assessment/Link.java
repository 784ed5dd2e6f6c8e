package org.lectern.assessment;

import org.lectern.assessment.AskedItem.PageLink;
import org.lectern.content.Unit;

/** A unit to go to. */
record Link(String id, String title, String href) {

  static Link of(String courseId, Unit unit) {
    return of(courseId, unit.id(), unit.title());
  }

  static Link of(String courseId, PageLink page) {
    return of(courseId, page.id(), page.title());
  }

  private static Link of(String courseId, String unitId, String title) {
    return new Link(unitId, title, "/courses/" + courseId + "/" + unitId);
  }
}
