package io.itinera.segmentation;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What receipts of erasures say beside what was erased.
 *
 * @param clock the wall's
 * @param filesCleanAfter after how long no file holds what was erased
 */
public record ReceiptTerms(InstantSource clock, Duration filesCleanAfter) {}
