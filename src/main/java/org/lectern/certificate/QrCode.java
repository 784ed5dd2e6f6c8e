package org.lectern.certificate;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** A QR code as a shape, so that it is sharp on any printer. */
final class QrCode {

  /** The standard asks for a clear margin of four modules on every side. */
  private static final int MARGIN = 4;

  private final BitMatrix modules;

  private QrCode(BitMatrix modules) {
    this.modules = modules;
  }

  /** A code that still reads when a seventh of it is smudged. */
  static QrCode of(String text) {
    var hints = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, MARGIN,
        EncodeHintType.CHARACTER_SET, "UTF-8");
    try {
      return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
    }
  }

  /** Everything that is dark, as one shape: drawn piece by piece, hairlines would show between the pieces. */
  Shape shape(double x, double y, double width) {
    var module = width / modules.getWidth();
    var shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (var row = 0; row < modules.getHeight(); row++) {
      for (var column = 0; column < modules.getWidth(); column++) {
        var start = column;
        while (column < modules.getWidth() && modules.get(column, row)) {
          column++;
        }
        if (column > start) {
          addRectangle(shape, x + start * module, y + row * module, (column - start) * module, module);
        }
      }
    }
    return shape;
  }

  private static void addRectangle(Path2D shape, double x, double y, double width, double height) {
    shape.moveTo(x, y);
    shape.lineTo(x + width, y);
    shape.lineTo(x + width, y + height);
    shape.lineTo(x, y + height);
    shape.closePath();
  }
}
