package dev.huntgate.graphql.suggestion;

import dev.huntgate.hunting.saved.Fill;
import java.util.List;

/** Words for what was filled. */
final class Words {

  private Words() {}

  /** How many there are of a kind, such as "2 devices". */
  static String counted(Fill fill, int count) {
    String one =
        switch (fill) {
          case DEVICE_NAME, DEVICE_ID -> "device";
          case ACCOUNT_NAME, ACCOUNT_UPN -> "account";
          case FILE_NAME -> "file name";
          case SHA1, SHA256 -> "file hash";
          case IP_ADDRESS -> "address";
          case URL -> "link";
          case DOMAIN -> "host name";
          case MAILBOX -> "mailbox";
          case SENDER -> "sender";
          case LOOK_BACK -> "look-back";
        };
    boolean hissing = one.endsWith("s") || one.endsWith("x") || one.endsWith("h");
    return count + " " + one + (count == 1 ? "" : hissing ? "es" : "s");
  }

  /** The parts as one would say them: "a, b and c". */
  static String joined(List<String> parts) {
    int last = parts.size() - 1;
    return last == 0
        ? parts.get(0)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }
}
