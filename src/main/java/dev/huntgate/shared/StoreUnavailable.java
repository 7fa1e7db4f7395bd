package dev.huntgate.shared;

import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The store that replicas share did not answer, or not in time, or with an error. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure of Redis, or of the way to it, with what an operator can do about it. */
  static StoreUnavailable of(Throwable failure) {
    String words = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    String help = "";
    if (isUntrusted(failure)) {
      help =
          ": its certificate is not trusted; HUNTGATE_SHARED_CERTIFICATE_FILE names the authorities"
              + " to trust, and the address has the name that the certificate is for";
    } else if (words.startsWith("WRONGPASS") || words.startsWith("NOAUTH")) {
      help = ": check HUNTGATE_SHARED_USER and HUNTGATE_SHARED_PASSWORD";
    } else if (words.startsWith("NOPERM")) {
      help = ": its user has to be allowed what the documentation lists";
    }
    return new StoreUnavailable("Redis could not be used (" + words + ")" + help, failure);
  }

  private static boolean isUntrusted(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SSLException || each instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }

  public StoreUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }
}
