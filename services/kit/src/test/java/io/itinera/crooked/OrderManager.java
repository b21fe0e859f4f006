package io.itinera.crooked;

final class OrderManager {}
