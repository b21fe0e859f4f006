package io.itinera.stack.launcher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.itinera.stack.process.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir private Path directory;

    private Home home() {
        return new Home(directory, directory);
    }

    @Test
    void onAFreeMachineEveryoneGetsWhatTheyPrefer() throws IOException {
        Ports ports = Ports.loadOrChoose(home(), port -> true);

        for (PortName name : PortName.values()) {
            assertEquals(name.preferred(), ports.of(name));
        }
    }

    @Test
    void whereAPortIsTakenTheNextFreeOneIsChosenAndNobodyGetsTheSame() throws IOException {
        Ports ports = Ports.loadOrChoose(home(), port -> port != 8080);

        assertEquals(8081, ports.of(PortName.GATEWAY));
        assertEquals(8082, ports.of(PortName.COLLECTOR));
        assertEquals(
                PortName.values().length, ports.numbers().values().stream().distinct().count());
    }

    @Test
    void theNextStartKeepsThem() throws IOException {
        Ports first = Ports.loadOrChoose(home(), port -> port != 8080);

        assertEquals(first, Ports.loadOrChoose(home(), port -> true));
        assertEquals(Optional.of(first), Ports.load(home()));
    }

    @Test
    void whatAPersonWroteIntoTheFileHolds() throws IOException {
        Files.writeString(directory.resolve("ports.properties"), "gateway=9999\n");

        assertEquals(9999, Ports.loadOrChoose(home(), port -> true).of(PortName.GATEWAY));
    }

    @Test
    void whatIsNoPortIsNamed() throws IOException {
        Files.writeString(directory.resolve("ports.properties"), "gateway=eighty\n");

        Refusal refusal =
                assertThrows(Refusal.class, () -> Ports.loadOrChoose(home(), port -> true));

        assertEquals(
                directory.resolve("ports.properties") + ": gateway is not a port: eighty",
                refusal.getMessage());
    }

    @Test
    void aKeptPortThatAStrangerHoldsIsNamedWithTheStranger() throws IOException {
        Ports ports = Ports.loadOrChoose(home(), port -> true);

        Refusal refusal =
                assertThrows(
                        Refusal.class,
                        () ->
                                ports.refuseIfTaken(
                                        port -> port != 8084,
                                        port -> Optional.of("process 7 (nginx)")));

        assertEquals(
                "Port 8084, which messaging has had since the first start, is taken by process 7"
                        + " (nginx): stop that, or change the port in .itinera/ports.properties.",
                refusal.getMessage());
    }

    @Test
    void aPortThatNoStartOfAllNeedsMayBeTaken() throws IOException {
        Ports ports = Ports.loadOrChoose(home(), port -> true);
        int second = ports.of(PortName.SEGMENTATION_2);

        assertDoesNotThrow(
                () -> ports.refuseIfTaken(port -> port != second, port -> Optional.empty()));
    }

    @Test
    void theHolderOfAPortIsFound() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String expected = "process " + ProcessHandle.current().pid() + " (";

            assertEquals(
                    expected,
                    PortHolder.of(socket.getLocalPort())
                            .map(it -> it.substring(0, expected.length()))
                            .orElse("nobody"));
        }
    }
}
