package io.itinera.crooked;

final class Sleeps {
    void nap() throws InterruptedException {
        Thread.sleep(1);
    }
}
