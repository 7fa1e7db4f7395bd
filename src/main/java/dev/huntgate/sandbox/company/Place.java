package dev.huntgate.sandbox.company;

/**
 * An address on the internet with where it is.
 *
 * @param country two letters
 */
public record Place(String ip, String country, String city, String provider) {

  private static final String CARRIER = "Harbourline Telecom";

  /** The company's own way out to the internet. */
  static Place office(String ip) {
    return new Place(ip, "DE", "Bremen", CARRIER);
  }

  static Place abroad(String ip, String country) {
    return new Place(ip, country, "", "Farpoint Hosting");
  }
}
