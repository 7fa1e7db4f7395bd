package dev.huntgate.graphql;

import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureCode;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as callers get it: what to tell people, where, and what programs go by.
 *
 * @param extensions {@code code} and, where there are such, {@code argument}, {@code retryAt},
 *     {@code upstreamRequestId}, {@code jobId}, {@code current} and {@code errorId}
 */
record CodedError(
    String message,
    @Nullable List<SourceLocation> locations,
    @Nullable List<Object> path,
    Map<String, Object> extensions)
    implements GraphQLError {

  private static final long serialVersionUID = 1L;

  static CodedError of(GraphQLError at, Failure failure) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", failure.code().name());
    put(extensions, "argument", failure.argument());
    put(extensions, "retryAt", failure.retryAt());
    put(extensions, "upstreamRequestId", failure.upstreamRequestId());
    if (failure instanceof Failure.StillRunning running) {
      put(extensions, "jobId", running.jobId());
    }
    if (failure instanceof Failure.Conflict conflict && !conflict.current().isEmpty()) {
      extensions.put("current", conflict.current());
    }
    if (failure instanceof Failure.Internal internal) {
      put(extensions, "errorId", internal.errorId());
    }
    return new CodedError(failure.message(), at.getLocations(), at.getPath(), extensions);
  }

  static CodedError of(
      GraphQLError at, FailureCode code, String message, @Nullable String argument) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", code.name());
    put(extensions, "argument", argument);
    return new CodedError(message, at.getLocations(), at.getPath(), extensions);
  }

  private static void put(Map<String, Object> extensions, String key, @Nullable Object value) {
    if (value != null) {
      extensions.put(key, value.toString());
    }
  }

  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public @Nullable List<SourceLocation> getLocations() {
    return locations;
  }

  @Override
  public ErrorClassification getErrorType() {
    return ErrorType.DataFetchingException;
  }

  @Override
  public @Nullable List<Object> getPath() {
    return path;
  }

  @Override
  public Map<String, Object> getExtensions() {
    return extensions;
  }

  /* Unlike the default, without graphql-java's own classification. */
  @Override
  public Map<String, Object> toSpecification() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    if (locations != null) {
      error.put("locations", locations.stream().map(CodedError::place).toList());
    }
    if (path != null) {
      error.put("path", path);
    }
    error.put("extensions", extensions);
    return error;
  }

  private static Map<String, Object> place(SourceLocation location) {
    return Map.of("line", location.getLine(), "column", location.getColumn());
  }
}
