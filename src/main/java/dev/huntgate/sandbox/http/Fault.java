package dev.huntgate.sandbox.http;

import dev.huntgate.sandbox.http.Refusal.Reason;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An error that upstream is known to answer with, to be had on demand: by its name in the header
 * {@value #HEADER} of a call, or planned at {@code /sandbox/control/faults}.
 */
enum Fault {
  THROTTLED(Reason.THROTTLED, null, "API calls quota exceeded! maximum allowed 45 per 00:01:00"),
  THROTTLED_HOUR(
      Reason.THROTTLED, null, "API calls quota exceeded! maximum allowed 1500 per 01:00:00"),
  THROTTLED_SECONDS(
      Reason.THROTTLED,
      null,
      "API calls quota exceeded! Maximum allowed 30 per 00:01:00 for the key"
          + " Destination+TenantID+AppID. You can send requests again in 8 seconds."),
  THROTTLED_CPU(
      Reason.TOO_MANY_REQUESTS,
      null,
      "You have exceeded processing resources allocated to this tenant. You can run queries again"
          + " in 00:07:30."),
  /** The only words that say nothing about the time. */
  THROTTLED_GENERIC(Reason.TOO_MANY_REQUESTS, null, "Too many requests."),
  /** The same with a {@code Retry-After} of five seconds. */
  THROTTLED_RETRY_AFTER(Reason.TOO_MANY_REQUESTS, null, "Too many requests."),
  SEMANTIC(
      Reason.BAD_HUNT,
      null,
      "'where' operator: Failed to resolve table or column expression named"
          + " 'EmailAttachmentInfo'. Fix semantic errors in your query."),
  RESULT_SIZE(Reason.BAD_HUNT, null, Words.RESULT_SIZE),
  RESULT_SIZE_2021(
      Reason.BAD_HUNT, null, Words.RESULT_SIZE.replace("the number of", "the amount of")),
  PREEMPTED(Reason.BAD_HUNT, null, Words.PREEMPTED),
  TIMED_OUT(Reason.HUNT_TIMED_OUT, null, ""),
  TIMED_OUT_408(Reason.REQUEST_TIMED_OUT, null, "Query exceeded the timeout period."),
  BAD_REQUEST(Reason.BAD_HUNT, null, "Bad request."),
  ODATA_ERROR(Reason.BAD_QUERY, "ODataError", "The query specified in the URI is not valid."),
  TOP_LIMIT(
      Reason.TOP_TOO_LARGE,
      null,
      "The query specified in the URI is not valid. The limit of '50' for Top query has been"
          + " exceeded. The value from the incoming request is '100'."),
  INVALID_INPUT(Reason.BAD_BODY, "InvalidInput", "Invalid input."),
  INVALID_REQUEST_BODY(Reason.BAD_BODY, "InvalidRequestBody", "Request body is incorrect"),
  MISSING_REQUIRED_PARAMETER(
      Reason.BAD_BODY, "MissingRequiredParameter", "A required parameter is missing."),
  MAXIMUM_BATCH_SIZE_EXCEEDED(
      Reason.BAD_BODY, "MaximumBatchSizeExceeded", "The batch is too large."),
  INVALID_HASH_VALUE(Reason.BAD_BODY, "InvalidHashValue", "The hash is not valid."),
  INVALID_DOMAIN_NAME(Reason.BAD_BODY, "InvalidDomainName", "The domain name is not valid."),
  INVALID_IP_ADDRESS(Reason.BAD_BODY, "InvalidIpAddress", "The IP address is not valid."),
  INVALID_URL(Reason.BAD_BODY, "InvalidUrl", "The URL is not valid."),
  OS_PLATFORM_NOT_SUPPORTED(
      Reason.BAD_BODY, "OsPlatformNotSupported", "The platform is not supported."),
  CLIENT_VERSION_NOT_SUPPORTED(
      Reason.BAD_BODY, "ClientVersionNotSupported", "The client's version is not supported."),
  UNAUTHORIZED(Reason.NOT_AUTHENTICATED, null, "Access token has expired or is not yet valid."),
  FORBIDDEN(Reason.FORBIDDEN, null, "The application lacks the roles for this call."),
  DISABLED_FEATURE(Reason.FORBIDDEN, "DisabledFeature", "The feature is not enabled."),
  DISALLOWED_OPERATION(Reason.FORBIDDEN, "DisallowedOperation", "The operation is not allowed."),
  NOT_FOUND(Reason.NOT_FOUND, null, "Machine 123123123 was not found"),
  INTERNAL_ERROR(Reason.BROKEN, null, ""),
  UNAVAILABLE(Reason.UNAVAILABLE, null, "The service is unavailable."),
  /** A proxy's page instead of the answer. */
  NOT_JSON(Reason.BROKEN, "NotJson", "<html><body>Service is down for maintenance</body></html>"),
  /** A good status, and an answer that stops in the middle. */
  CUT_OFF(Reason.BROKEN, "CutOff", "{\"value\":[{\"id\":\"41"),
  /** The token end point knows no such scope. */
  TOKEN_INVALID_SCOPE(
      Reason.BAD_BODY,
      "invalid_scope",
      "AADSTS70011: The provided value for the input parameter 'scope' is not valid."),
  /** The token end point does not know the secret. */
  TOKEN_INVALID_CLIENT(
      Reason.NOT_AUTHENTICATED, "invalid_client", "AADSTS7000215: Invalid client secret provided.");

  static final String HEADER = "Huntgate-Sandbox-Fault";

  /** What is said for a reason of the sandbox's own, too. */
  static final class Words {

    static final String RESULT_SIZE =
        "Query execution has exceeded the allowed result size. Optimize your query by limiting the"
            + " number of results and try again.";
    static final String PREEMPTED =
        "Query execution has exceeded the allowed limits. The query execution was preempted. This"
            + " could possibly be due to high CPU and/or memory resource consumption. Optimize your"
            + " query by following best practices and try again.";

    private Words() {}
  }

  private final Reason reason;
  private final @Nullable String code;
  private final String message;

  Fault(Reason reason, @Nullable String code, String message) {
    this.reason = reason;
    this.code = code;
    this.message = message;
  }

  /** The name by which it is asked for, such as {@code throttled-seconds}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Fault> of(String label) {
    return Arrays.stream(values()).filter(fault -> fault.label().equals(label.strip())).findFirst();
  }

  static String labels() {
    return Arrays.stream(values()).map(Fault::label).collect(Collectors.joining(", "));
  }

  /** Whether it is the token end point that answers so. */
  boolean ofTokens() {
    return name().startsWith("TOKEN_");
  }

  /** Whether the message is the whole answer, in neither family's shape. */
  boolean raw() {
    return this == NOT_JSON || this == CUT_OFF;
  }

  String message() {
    return message;
  }

  @Nullable String code() {
    return code;
  }

  Refusal refusal() {
    Duration wait = this == THROTTLED_RETRY_AFTER ? Duration.ofSeconds(5) : null;
    return new Refusal(reason, code, message, wait);
  }
}
