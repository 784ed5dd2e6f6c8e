package org.lectern.platform;

import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** JSON that can be read, but is not what was asked for. */
@ApplicationScoped
public class JsonProblems {

  private final ProblemMapper problems;

  JsonProblems(ProblemMapper problems) {
    this.problems = problems;
  }

  /** Says where it is wrong, and nothing of the classes that it was to become. */
  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException exception) {
    return problems.mismatched(exception.getPath().stream().map(JsonProblems::name).collect(Collectors.joining("/")));
  }

  private static String name(JsonMappingException.Reference step) {
    return step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
  }
}
