package dev.huntgate.sandbox.company;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The thing that a piece of evidence is about. */
public sealed interface Subject {

  /** A machine. */
  record OfDevice(Device device) implements Subject {}

  /** A file on a machine. */
  record OfFile(FileImage file, @Nullable Device device) implements Subject {}

  /** A program that ran. */
  record OfProcess(ProcessStart process) implements Subject {}

  /** An address, with the two letters of its country when it lies outside the company. */
  record OfIp(String address, @Nullable String country) implements Subject {}

  /** A link. */
  record OfUrl(String url) implements Subject {}

  /** A person's or a service's account. */
  record OfUser(Account account) implements Subject {}

  /** A mailbox. */
  record OfMailbox(Employee owner) implements Subject {}

  /** One mail. */
  record OfMail(Mail mail) implements Subject {}

  /** Mails that are alike in what {@code by} names. */
  record OfMailCluster(String by, String value, List<Mail> mails) implements Subject {

    public OfMailCluster {
      mails = List.copyOf(mails);
    }
  }

  /** A key of the Windows registry. */
  record OfRegistryKey(String hive, String key) implements Subject {}

  /** A value under a key of the Windows registry. */
  record OfRegistryValue(
      Device device, String hive, String key, String name, String type, String value)
      implements Subject {}

  /** A group in the directory. */
  record OfSecurityGroup(String id, String name, String distinguishedName) implements Subject {}

  /** A cloud service that people sign in to. */
  record OfCloudApplication(long id, String name) implements Subject {}

  /** An application that was granted rights in the directory. */
  record OfOauthApplication(String id, String objectId, String name, String publisher)
      implements Subject {}

  /** A name that was looked up, with the server asked and the address answered. */
  record OfDns(String domain, String server, String answer) implements Subject {}
}
