package dev.huntgate.sandbox.http;

/** An answer that is deliberately none. */
final class GarbledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  final int status;
  final String contentType;

  GarbledException(Fault fault) {
    super(fault.message(), null, false, false);
    this.status = fault == Fault.CUT_OFF ? 200 : 502;
    this.contentType = fault == Fault.CUT_OFF ? "application/json" : "text/html";
  }

  String body() {
    return String.valueOf(getMessage());
  }
}
