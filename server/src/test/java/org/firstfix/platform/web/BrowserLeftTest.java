package org.firstfix.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.firstfix.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class BrowserLeftTest {
    private final int port;

    @Autowired
    BrowserLeftTest(Environment environment) {
        port = environment.getRequiredProperty("local.server.port", Integer.class);
    }

    @Test
    void whoLeavesInTheMiddleOfAnAnswerIsNoFailureOfTheServer(CapturedOutput output) throws Exception {
        // More than fits into what lies between server and browser, so that the server stands in the middle of it.
        Path folder = Path.of(BrowserLeftTest.class.getProtectionDomain().getCodeSource().getLocation().toURI()).resolve("static/app");
        Files.createDirectories(folder);
        Path picture = Files.createTempFile(folder, "large", ".bin");
        try {
            Files.write(picture, new byte[40_000_000]);
            leaveInTheMiddleOf("/app/" + picture.getFileName());
            Thread.sleep(500);
        } finally {
            Files.delete(picture);
        }
        assertThat(output.getAll()).doesNotContain("Unexpected failure").doesNotContain("Failure in @ExceptionHandler");
    }

    private void leaveInTheMiddleOf(String path) throws IOException {
        try (Socket browser = new Socket("127.0.0.1", port)) {
            browser.setReceiveBufferSize(4_096);
            browser.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(browser.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
            // Closed at once, as when the machine is switched off.
            browser.setSoLinger(true, 0);
        }
    }
}
