package dev.huntgate.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * The reference result: 100,000 rows of 20 columns such as {@code DeviceProcessEvents} joined with
 * {@code DeviceNetworkEvents} has, as Microsoft Graph's JSON of just under 80 MB, the same for a
 * seed.
 *
 * <p>What rows have in common, as a fleet of 2,000 devices in a week gives it:
 *
 * <ul>
 *   <li>{@code Timestamp}, {@code ReportId}: unique, in no order. {@code ProcessCreationTime}:
 *       about 60,000 distinct, all to the tick; missing in one row of ten, as {@code {}}.
 *   <li>{@code DeviceId} (40 hex digits), {@code DeviceName}: 2,000. {@code ActionType}: 12.
 *   <li>{@code FileName}: 800. {@code FolderPath}: 3,000. {@code SHA1}: 15,000.
 *   <li>{@code ProcessCommandLine}: 20,000, each with a tail of its own, 50 to 150 characters.
 *       {@code InitiatingProcessFileName}: 300.
 *   <li>{@code AccountName}: 3,000. {@code AccountDomain}: 5.
 *   <li>{@code ProcessId}: 30,000. {@code RemoteIP}: 50,000, of which 39,000 come. {@code
 *       RemotePort}: half 443, else any of 64,000; {@code LocalPort}: any of 16,000. {@code Score}:
 *       10,000 reals. {@code IsRemoteSession}: one in twenty.
 *   <li>{@code AdditionalFields}: a nested object; 95 of 100 rows have one of their own.
 * </ul>
 *
 * <p>A few devices, files and commands make most of the events, as ever: a member of a set is drawn
 * by the square of a uniform number. The annotations {@code @odata.type}, which Graph sends and
 * Huntgate drops, are left out: they would only make the JSON larger and the ratios better.
 */
public final class ReferenceResult {

  public static final int ROWS = 100_000;
  public static final long SEED = 20_260_301;

  private static final Instant WEEK = Instant.parse("2026-02-22T00:00:00Z");
  private static final long TICKS_A_WEEK = 7L * 86_400 * 10_000_000;
  private static final String[] SCHEMA =
      ("Timestamp:DateTime DeviceId:String DeviceName:String ActionType:String "
              + "FileName:String FolderPath:String SHA1:String ProcessId:Int64 "
              + "ProcessCommandLine:String ProcessCreationTime:DateTime AccountName:String "
              + "AccountDomain:String InitiatingProcessFileName:String LocalPort:Int32 "
              + "RemoteIP:String RemotePort:Int32 IsRemoteSession:SByte Score:Double "
              + "ReportId:Int64 AdditionalFields:Object")
          .split(" ");
  private static final String[] ACTIONS =
      ("ProcessCreated ConnectionSuccess ConnectionFailed InboundConnectionAccepted "
              + "ConnectionRequest OpenProcess ConnectionAttempt ConnectionFound "
              + "HttpConnectionInspected DnsConnectionInspected SslConnectionInspected "
              + "ProcessPrimaryTokenModified")
          .split(" ");
  private static final String[] FOLDERS = {
    "C:\\Windows\\System32\\", "C:\\Program Files\\", "C:\\Program Files (x86)\\Microsoft\\",
    "C:\\Users\\Public\\AppData\\Local\\", "/usr/bin/", "C:\\ProgramData\\Package Cache\\"
  };
  private static final String[] WORDS =
      ("svchost chrome update agent teams sense backup python office edge runtime "
              + "broker cache defender installer helper monitor shell print")
          .split(" ");

  private final Random random = new Random(SEED);
  private final String[] deviceIds = set(2_000, i -> hex(40));
  private final String[] deviceNames = set(2_000, i -> "ws-" + word() + "-" + i);
  private final String[] files = set(800, i -> word() + i + ".exe");
  private final String[] folders = set(3_000, i -> FOLDERS[i % FOLDERS.length] + word() + i + "\\");
  private final String[] hashes = set(15_000, i -> hex(40));
  private final String[] commands = set(20_000, i -> command(50 + random.nextInt(100)));
  private final String[] accounts = set(3_000, i -> word() + i);
  private final String[] domains = set(5, i -> word());
  private final String[] parents = set(300, i -> word() + i + ".exe");
  private final String[] addresses = set(50_000, i -> address());
  private final String[] creations = set(60_000, i -> time());
  private final int[] reports = random.ints(1, 1 << 27).distinct().limit(ROWS).toArray();

  /** Writes the JSON. */
  public void writeTo(OutputStream out) throws IOException {
    BufferedOutputStream to = new BufferedOutputStream(out, 1 << 16);
    write(to, "{\"schema\":[");
    for (int i = 0; i < SCHEMA.length; i++) {
      String[] column = SCHEMA[i].split(":");
      write(
          to,
          (i == 0 ? "" : ",") + "{\"name\":\"" + column[0] + "\",\"type\":\"" + column[1] + "\"}");
    }
    write(to, "],\"results\":[");
    for (int row = 0; row < ROWS; row++) {
      write(to, (row == 0 ? "" : ",") + row(row));
    }
    write(to, "]}");
    to.flush();
  }

  private String row(int row) {
    int device = place(deviceIds.length);
    int account = place(accounts.length);
    int file = place(files.length);
    Object[] values = {
      quoted(time()),
      quoted(deviceIds[device]),
      quoted(deviceNames[device]),
      quoted(ACTIONS[place(ACTIONS.length)]),
      quoted(files[file]),
      quoted(of(folders)),
      quoted(of(hashes)),
      4 * (1 + random.nextInt(30_000)),
      quoted(of(commands)),
      random.nextInt(10) == 0 ? "{}" : quoted(of(creations)),
      quoted(accounts[account]),
      quoted(of(domains)),
      quoted(of(parents)),
      49_152 + random.nextInt(16_000),
      quoted(of(addresses)),
      random.nextBoolean() ? 443 : 1_024 + random.nextInt(64_000),
      random.nextInt(20) == 0 ? 1 : 0,
      random.nextInt(10_000) / 100.0,
      reports[row],
      additionalFields()
    };
    StringBuilder json = new StringBuilder(1_000).append('{');
    for (int i = 0; i < values.length; i++) {
      String name = SCHEMA[i].substring(0, SCHEMA[i].indexOf(':'));
      json.append(i == 0 ? "\"" : ",\"").append(name).append("\":").append(values[i]);
    }
    return json.append('}').toString();
  }

  private String additionalFields() {
    String session = random.nextInt(20) == 0 ? "0000000000000000" : hex(16);
    int bytes = session.startsWith("0000") ? 0 : random.nextInt(1_000_000);
    return "{\"Direction\":\"Out\",\"Flow\":{\"Bytes\":" + bytes + ",\"Id\":\"" + session + "\"}}";
  }

  private String command(int length) {
    StringBuilder command = new StringBuilder("\"" + FOLDERS[random.nextInt(FOLDERS.length)]);
    command.append(word()).append(".exe\" --type=").append(word());
    while (command.length() < length - 16) {
      command.append(" --").append(word()).append('=').append(hex(6));
    }
    return command.append(" /session:").append(hex(6)).toString();
  }

  private String address() {
    return random.nextInt(10) == 0
        ? "2001:db8:" + hex(4) + "::" + hex(4)
        : String.join(".", "203", byteOf(), byteOf(), byteOf());
  }

  private String byteOf() {
    return Integer.toString(random.nextInt(256));
  }

  private String time() {
    long ticks = (long) (random.nextDouble() * TICKS_A_WEEK);
    Instant second = WEEK.plusSeconds(ticks / 10_000_000);
    String digits = String.format(Locale.ROOT, "%07d", ticks % 10_000_000).replaceAll("0+$", "");
    String text = second.toString();
    return digits.isEmpty() ? text : text.replace("Z", "." + digits + "Z");
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private String hex(int digits) {
    StringBuilder hex = new StringBuilder(digits);
    while (hex.length() < digits) {
      hex.append(Character.forDigit(random.nextInt(16), 16));
    }
    return hex.toString();
  }

  private int place(int size) {
    double uniform = random.nextDouble();
    return (int) (uniform * uniform * size);
  }

  private String of(String[] set) {
    return set[place(set.length)];
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String[] set(int size, IntFunction<String> member) {
    String[] set = new String[size];
    for (int i = 0; i < size; i++) {
      set[i] = member.apply(i);
    }
    return set;
  }

  private static void write(OutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
