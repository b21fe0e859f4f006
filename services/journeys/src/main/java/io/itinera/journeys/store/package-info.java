/**
 * What is remembered: of customers in state stores ({@link
 * io.itinera.journeys.store.CustomerStore}), of drafts in PostgreSQL ({@link
 * io.itinera.journeys.store.DraftRows}).
 */
@NullMarked
package io.itinera.journeys.store;

import org.jspecify.annotations.NullMarked;
