"""Side channels: for each known way of recovering what a mask or a policy hides, a test named after it.

Most tests ask twin worlds (`twins`): two hubs over databases that differ in nothing but what one caller may not see,
which have to answer alike to the byte. What is asked (`probes`) is read from the schema, what is hidden from the policy
table and the declarations, so that whatever is declared tomorrow is attacked tomorrow. Where a channel needs a feature
that the hub does not have, a test shows that the schema has none, and stops whoever adds it until he has thought of it.

Usually a few roles attack (`roles`); `SIDE_CHANNELS=all` lets every role (`make soak`).

 row  channel                                            tests
   1  aliases, fragments, directives                     test_show.py   test_row_01_*
   2  other roads to the same value                      test_show.py   test_row_02_*
   3  other times: history, snapshots, feeds             test_show.py   test_row_03_*
   4  numbers in free text, raw rows                     test_show_numbers.py test_row_04_*
   5  fields that add up to a number                     test_show_numbers.py test_row_05_*
   6  masks too thin, of many kinds or lengths           test_show_numbers.py test_row_06_*
   7  null, masked and denied tell of presence           test_show_presence.py test_row_07_*
   8  errors with paths, parents that become null        test_show_presence.py test_row_08_*
   9  equality                                           test_filter.py test_row_09_*
  10  prefixes, patterns, wildcards                      test_filter.py test_row_10_*
  11  ranges                                             test_filter.py test_row_11_*
  12  presence                                           test_filter.py test_row_12_*
  13  across relations                                   test_filter.py test_row_13_*
  14  and, or, not; empty lists and objects              test_filter.py test_row_14_*
  15  stored forms: raw, hashed, masked                  test_filter.py test_row_15_*
  16  a general search box                               test_filter.py test_row_16_*
  17  scores, ranks, highlights                          test_filter.py test_row_17_*
  18  orders by hidden fields                            test_order.py  test_row_18_*
  19  the natural order                                  test_order.py  test_row_19_*
  20  cursors: read, forged, another's, stale            test_order.py  test_row_20_*
  21  pages over rows that were left out                 test_order.py  test_row_21_*
  22  distinct                                           test_order.py  test_row_22_*
  23  counts under a filter                              test_count.py  test_row_23_*
  24  groups, sums, extremes                             test_count.py  test_row_24_*
  25  small cells, complements, trackers                 test_count.py  test_row_25_*
  26  counts and notes of the unseen                     test_count.py  test_row_26_*
  27  costs and headers                                  test_count.py  test_row_27_*
  28  exact look-ups of guesses, batches                 test_ask.py    test_row_28_*
  29  a masked row and a look-up of the same row         test_ask.py    test_row_29_*
  30  conflicts of writes                                test_ask.py    test_row_30_*
  31  alerts by time                                     test_ask.py    test_row_31_*
  32  values in errors                                   test_tell.py   test_row_32_*
  33  forbidden against absent                           test_tell.py   test_row_33_*
  34  format errors that depend on data                  test_tell.py   test_row_34_*
  35  casts and divisions in predicates                  test_tell.py   test_row_35_*
  36  plans, estimates, statistics                       test_tell.py   test_row_36_*
  37  logs, metrics, crash reports                       test_tell.py   test_row_37_*
  38  time of a hit and of a miss                        test_time.py   test_row_38_*
  39  rows dropped after they were fetched               test_time.py   test_row_39_*
  40  caches that know who asked                         test_time.py   test_row_40_*
  41  lengths, compression                               test_time.py   test_row_41_*
  42  locks and queues                                   test_time.py   test_row_42_*
  43  tags and times of change                           test_time.py   test_row_43_*
  44  others' interest in the access log                 test_log.py    test_row_44_*
  45  search terms in the log                            test_log.py    test_row_45_*
  46  unsalted hashes in proofs                          test_log.py    test_row_46_*
  47  differences of snapshots                           test_log.py    test_row_47_*
  48  frequencies of the blind index                     test_log.py    test_row_48_*
  49  masked here, full there                            test_compose.py test_row_49_*
  50  row rules at the root alone                        test_compose.py test_row_50_*
  51  caches shared by callers                           test_compose.py test_row_51_*
  52  two purposes in one token                          test_compose.py test_row_52_*
  53  one `sub` of two issuers                           test_compose.py test_row_53_*
  54  budgets pooled by many officers                    test_compose.py test_row_54_*
  55  many look-ups in one request                       test_compose.py test_row_55_*
"""
