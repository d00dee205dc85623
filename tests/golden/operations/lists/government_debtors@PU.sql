select json_build_object('governmentDebtorSnapshots', (
  select json_build_object('nodes', coalesce(json_agg(page$2."j$0" order by page$2."k$0" desc, page$2."k$1" desc), '[]'))
  from (
    select government_debtor_snapshot$1."week" as "k$0", government_debtor_snapshot$1.id as "k$1", json_build_object('week', government_debtor_snapshot$1."week", 'takenAt', government_debtor_snapshot$1."taken_at", 'listedCount', government_debtor_snapshot$1."listed_count", 'addedCount', government_debtor_snapshot$1."added_count", 'clearedCount', government_debtor_snapshot$1."cleared_count", 'unchangedCount', government_debtor_snapshot$1."unchanged_count", 'isZero', government_debtor_snapshot$1."is_zero", 'digest', government_debtor_snapshot$1."digest", 'area', (
      select json_build_object('name', area$3."name")
      from "area" area$3
      where area$3."code" = government_debtor_snapshot$1."area_code"
      limit 1), 'previous', (
      select json_build_object('week', government_debtor_snapshot$4."week", 'listedCount', government_debtor_snapshot$4."listed_count", 'addedCount', government_debtor_snapshot$4."added_count")
      from "government_debtor_snapshot" government_debtor_snapshot$4
      where government_debtor_snapshot$4."id" = government_debtor_snapshot$1."previous_id"
      limit 1), 'entries', (
      select json_build_object('totalCount', (
        select count(*)
        from "government_debtor_entry" government_debtor_entry$7
        where government_debtor_entry$7."snapshot_id" = government_debtor_snapshot$1."id"), 'nodes', coalesce(json_agg(page$6."j$0" order by page$6."k$0", page$6."k$1"), '[]'))
      from (
        select government_debtor_entry$5."name" as "k$0", government_debtor_entry$5.id as "k$1", json_build_object('change', government_debtor_entry$5."change", 'name', government_debtor_entry$5."name", 'creditCode', government_debtor_entry$5."credit_code", 'caseNumber', government_debtor_entry$5."case_number", 'publishedOn', government_debtor_entry$5."published_on", 'daysListed', government_debtor_entry$5."days_listed", 'subject', (
          select json_build_object('__typename', case when subject$8."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$8."kind" in ('ENTERPRISE') then 'Enterprise' when subject$8."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$8."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end, 'name', subject$8."name")
          from "subject" subject$8
          where subject$8."id" = government_debtor_entry$5."subject_id" and subject$8.merged_into is null and ((subject$8."kind" in ('NATURAL_PERSON') and (((exists (
            select
            from listing rule$9
            where rule$9.subject_id = subject$8.id and rule$9.kind = 'SX' and rule$9.state = 'PUBLISHED' and (rule$9.term_ends_on is null or rule$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$8."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
          limit 1)) as "j$0"
        from "government_debtor_entry" government_debtor_entry$5
        where government_debtor_entry$5."snapshot_id" = government_debtor_snapshot$1."id" and true
        order by "k$0", "k$1"
        limit 3) page$6 having true)) as "j$0"
    from "government_debtor_snapshot" government_debtor_snapshot$1
    where ((government_debtor_snapshot$1."area_code" = $1::text)) and true
    order by "k$0" desc, "k$1" desc
    limit 1) page$2 having true))
