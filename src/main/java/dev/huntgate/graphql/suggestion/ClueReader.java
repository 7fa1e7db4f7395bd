package dev.huntgate.graphql.suggestion;

import dev.huntgate.hunting.saved.Fill;
import dev.huntgate.incident.Account;
import dev.huntgate.incident.Alert;
import dev.huntgate.incident.Device;
import dev.huntgate.incident.Evidence;
import dev.huntgate.incident.Evidence.DnsEvidence;
import dev.huntgate.incident.Evidence.FileEvidence;
import dev.huntgate.incident.Evidence.IpEvidence;
import dev.huntgate.incident.Evidence.MailMessageEvidence;
import dev.huntgate.incident.Evidence.MailboxEvidence;
import dev.huntgate.incident.Evidence.ProcessEvidence;
import dev.huntgate.incident.Evidence.UrlEvidence;
import dev.huntgate.incident.Evidence.UserEvidence;
import dev.huntgate.incident.FileDetails;
import dev.huntgate.incident.Finding;
import dev.huntgate.incident.Incident;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the clues off one alert. */
final class ClueReader {

  private static final String MALICIOUS = "MALICIOUS";
  private static final String HARMLESS = "NO_THREATS_FOUND";

  /* Every device has them, so they lead nowhere. */
  private static final Set<String> EVERYWHERE =
      Set.of("system", "local service", "network service", "root");

  private final Clues clues;
  private final String alert;
  private boolean malicious;

  private ClueReader(Clues clues, String alert) {
    this.clues = clues;
    this.alert = alert;
  }

  /** The clues in all alerts of an incident. */
  static Clues read(Incident incident) {
    Clues clues = new Clues();
    List<Alert> alerts = incident.alerts() == null ? List.of() : incident.alerts();
    for (Alert alert : alerts) {
      ClueReader reader = new ClueReader(clues, alert.id());
      alert.devices().forEach(reader::device);
      alert.evidence().forEach(reader::evidence);
    }
    return clues;
  }

  private void device(Device device) {
    malicious = isMalicious(device.finding());
    String name = device.dnsName() == null ? device.hostName() : device.dnsName();
    add(Fill.DEVICE_NAME, name == null ? null : name.toLowerCase(Locale.ROOT));
    add(Fill.DEVICE_ID, device.id());
  }

  private void evidence(Evidence evidence) {
    if (HARMLESS.equals(evidence.finding().verdict())) {
      return;
    }
    malicious = isMalicious(evidence.finding());
    if (evidence instanceof FileEvidence file) {
      file(file.file());
    } else if (evidence instanceof ProcessEvidence process) {
      // What is only suspicious is mostly a program of the system, put to bad use.
      file(malicious ? process.image() : null);
      account(process.account());
    } else if (evidence instanceof UserEvidence user) {
      account(user.account());
    } else if (evidence instanceof IpEvidence ip) {
      add(Fill.IP_ADDRESS, ip.ipAddress());
    } else if (evidence instanceof UrlEvidence url) {
      url(url.url());
    } else if (evidence instanceof DnsEvidence dns) {
      add(Fill.DOMAIN, dns.domainName());
      dns.ipAddresses().forEach(address -> add(Fill.IP_ADDRESS, address));
    } else if (evidence instanceof MailboxEvidence mailbox) {
      add(Fill.MAILBOX, mailbox.address());
      account(mailbox.account());
    } else if (evidence instanceof MailMessageEvidence mail) {
      mail(mail);
    }
  }

  private void mail(MailMessageEvidence mail) {
    add(Fill.SENDER, mail.sender() == null ? null : mail.sender().address());
    add(Fill.IP_ADDRESS, mail.senderIp());
    mail.urls().forEach(this::url);
    // Who got a mail is not malicious for it.
    malicious = false;
    add(Fill.MAILBOX, mail.recipient());
  }

  private void file(@Nullable FileDetails file) {
    if (file != null) {
      add(Fill.FILE_NAME, file.name());
      add(Fill.SHA1, file.sha1());
      add(Fill.SHA256, file.sha256());
    }
  }

  private void account(@Nullable Account account) {
    if (account == null
        || account.accountName() != null
            && EVERYWHERE.contains(account.accountName().toLowerCase(Locale.ROOT))) {
      return;
    }
    add(Fill.ACCOUNT_NAME, account.accountName());
    add(Fill.ACCOUNT_UPN, account.userPrincipalName());
  }

  private void url(@Nullable String url) {
    add(Fill.URL, url);
    add(Fill.DOMAIN, url == null ? null : host(url));
  }

  private static @Nullable String host(String url) {
    try {
      return new URI(url).getHost();
    } catch (URISyntaxException odd) {
      // Evidence is what attackers wrote; the link itself is still a clue.
      return null;
    }
  }

  private void add(Fill fill, @Nullable String value) {
    clues.add(fill, value, alert, malicious);
  }

  private static boolean isMalicious(Finding finding) {
    return MALICIOUS.equals(finding.verdict());
  }
}
