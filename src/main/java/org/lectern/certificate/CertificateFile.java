package org.lectern.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The PDF of a certificate, made once: its hash is public, so that every copy can be compared with it. */
@Entity
@Immutable
@Table(name = "certificate_file")
public class CertificateFile extends PanacheEntityBase {

  @Id
  public String serial;

  /** In lower-case hexadecimal. */
  @Column(name = "sha256")
  public String sha256;

  @Column(name = "bytes")
  byte[] bytes;

  protected CertificateFile() {}

  CertificateFile(Serial serial, byte[] bytes) {
    this.serial = serial.text();
    this.sha256 = hash(bytes);
    this.bytes = bytes;
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Optional<CertificateFile> find(Serial serial) {
    return findByIdOptional(serial.text());
  }

  /** The hash alone, without reading the file. */
  static String sha256Of(Serial serial) {
    return getEntityManager()
        .createQuery("select f.sha256 from CertificateFile f where f.serial = ?1", String.class)
        .setParameter(1, serial.text())
        .getSingleResult();
  }
}
