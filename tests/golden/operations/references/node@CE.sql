select row_to_json(answer$)
from (
  select coalesce((
    select case when subject$1."kind" in ('NATURAL_PERSON') then (
      select row_to_json(object$10)
      from (
        select 'NaturalPerson'::text as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", case when (subject$1.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$2
          where rule$2.subject_id = subject$1.id and (rule$2.court_code = any($3::text[]) or subject$1.area_code is null and rule$2.court_code = any(array(
            select rule$3.code
            from court rule$3
            where rule$3.area_code ^@ any($2::text[]))))) or exists (
          select
          from listing rule$4
          where rule$4.subject_id = subject$1.id and (rule$4.court_code = any($3::text[]) or subject$1.area_code is null and rule$4.court_code = any(array(
            select rule$5.code
            from court rule$5
            where rule$5.area_code ^@ any($2::text[])))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end as "name", case when (subject$1.area_code ^@ any($2::text[]) or exists (
          select
          from enforcement_case rule$6
          where rule$6.subject_id = subject$1.id and (rule$6.court_code = any($3::text[]) or subject$1.area_code is null and rule$6.court_code = any(array(
            select rule$7.code
            from court rule$7
            where rule$7.area_code ^@ any($2::text[]))))) or exists (
          select
          from listing rule$8
          where rule$8.subject_id = subject$1.id and (rule$8.court_code = any($3::text[]) or subject$1.area_code is null and rule$8.court_code = any(array(
            select rule$9.code
            from court rule$9
            where rule$9.area_code ^@ any($2::text[])))))) then coalesce($4::text || 's' || encode(subject$1."id_number_sealed", 'hex') || '@', subject$1."id_number_masked") else subject$1."id_number_masked" end as "idNumber") object$10) when subject$1."kind" in ('ENTERPRISE') then (
      select row_to_json(object$11)
      from (
        select 'Enterprise'::text as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", subject$1."name" as "name", subject$1."credit_code" as "creditCode") object$11) when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
      select row_to_json(object$12)
      from (
        select case when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "__typename", subject$1."id"::text as "id", subject$1."kind" as "kind", subject$1."name" as "name") object$12) end
    from "subject" subject$1
    where subject$1.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$14)
      from (
        select 'Case'::text as "__typename", enforcement_case$13."id"::text as "id") object$14)
    from "enforcement_case" enforcement_case$13
    where enforcement_case$13.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$18)
      from (
        select 'CaseParty'::text as "__typename", case_party$15."id"::text as "id") object$18)
    from "case_party" case_party$15
    where case_party$15.id = $1::uuid and (((coalesce((
      select rule$17.area_code
      from subject rule$17
      where rule$17.id = case_party$15.subject_id), (
      select rule$16.area_code
      from court rule$16
      where rule$16.code = case_party$15.court_code)) ^@ any($2::text[]) or case_party$15.court_code = any($3::text[]))))
    limit 1), (
    select (
      select row_to_json(object$20)
      from (
        select 'TerminatedCase'::text as "__typename", terminated_case$19."id"::text as "id") object$20)
    from "terminated_case" terminated_case$19
    where terminated_case$19.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$24)
      from (
        select 'PerformanceCertificate'::text as "__typename", performance_certificate$21."id"::text as "id") object$24)
    from "performance_certificate" performance_certificate$21
    where performance_certificate$21.id = $1::uuid and (((coalesce((
      select rule$23.area_code
      from subject rule$23
      where rule$23.id = performance_certificate$21.subject_id), (
      select rule$22.area_code
      from court rule$22
      where rule$22.code = performance_certificate$21.court_code)) ^@ any($2::text[]) or performance_certificate$21.court_code = any($3::text[]))))
    limit 1), (
    select (
      select row_to_json(object$28)
      from (
        select 'HonestListEntry'::text as "__typename", honest_listing$25."id"::text as "id") object$28)
    from "honest_listing" honest_listing$25
    where honest_listing$25.id = $1::uuid and (((honest_listing$25.subject_kind <> 'NATURAL_PERSON')) or ((honest_listing$25.subject_kind = 'NATURAL_PERSON') and (coalesce((
      select rule$27.area_code
      from subject rule$27
      where rule$27.id = honest_listing$25.subject_id), (
      select rule$26.area_code
      from court rule$26
      where rule$26.code = honest_listing$25.court_code)) ^@ any($2::text[]) or honest_listing$25.court_code = any($3::text[]))))
    limit 1), (
    select (
      select row_to_json(object$42)
      from (
        select case when listing$29."kind" in ('SX') then 'DishonestDebtorListing' when listing$29."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$29."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end as "__typename", listing$29."id"::text as "id", listing$29."state" as "state", listing$29."published_on" as "publishedOn") object$42)
    from "listing" listing$29
    where listing$29.id = $1::uuid and ((listing$29."kind" in ('SX') and (((listing$29.state = 'PUBLISHED' and (listing$29.term_ends_on is null or listing$29.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$29.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$31.area_code
      from subject rule$31
      where rule$31.id = listing$29.subject_id), (
      select rule$30.area_code
      from court rule$30
      where rule$30.code = listing$29.court_code)) ^@ any($2::text[]) or listing$29.court_code = any($3::text[]))) or (((listing$29.state in ('REMOVED', 'REVOKED') or (listing$29.state = 'PUBLISHED' and not (listing$29.state = 'PUBLISHED' and (listing$29.term_ends_on is null or listing$29.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$33.area_code
      from subject rule$33
      where rule$33.id = listing$29.subject_id), (
      select rule$32.area_code
      from court rule$32
      where rule$32.code = listing$29.court_code)) ^@ any($2::text[]) or listing$29.court_code = any($3::text[]))))) or (listing$29."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$29.state = 'PUBLISHED' and (listing$29.term_ends_on is null or listing$29.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$29.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$35.area_code
      from subject rule$35
      where rule$35.id = listing$29.subject_id), (
      select rule$34.area_code
      from court rule$34
      where rule$34.code = listing$29.court_code)) ^@ any($2::text[]) or listing$29.court_code = any($3::text[]))) or (((listing$29.state in ('REMOVED', 'REVOKED') or (listing$29.state = 'PUBLISHED' and not (listing$29.state = 'PUBLISHED' and (listing$29.term_ends_on is null or listing$29.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$37.area_code
      from subject rule$37
      where rule$37.id = listing$29.subject_id), (
      select rule$36.area_code
      from court rule$36
      where rule$36.code = listing$29.court_code)) ^@ any($2::text[]) or listing$29.court_code = any($3::text[]))))) or (listing$29."kind" in ('SERIOUS_DISHONESTY') and (((listing$29.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$39.area_code
      from subject rule$39
      where rule$39.id = listing$29.subject_id), (
      select rule$38.area_code
      from court rule$38
      where rule$38.code = listing$29.court_code)) ^@ any($2::text[]) or listing$29.court_code = any($3::text[]))) or (((listing$29.state in ('REMOVED', 'REVOKED') or (listing$29.state = 'PUBLISHED' and not (listing$29.state = 'PUBLISHED' and (listing$29.term_ends_on is null or listing$29.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$41.area_code
      from subject rule$41
      where rule$41.id = listing$29.subject_id), (
      select rule$40.area_code
      from court rule$40
      where rule$40.code = listing$29.court_code)) ^@ any($2::text[]) or listing$29.court_code = any($3::text[]))))))
    limit 1), (
    select (
      select row_to_json(object$51)
      from (
        select 'FormerName'::text as "__typename", former_name$43."id"::text as "id") object$51)
    from "former_name" former_name$43
    where former_name$43.id = $1::uuid and (((former_name$43.subject_kind <> 'NATURAL_PERSON')) or ((former_name$43.subject_kind = 'NATURAL_PERSON') and ((
      select rule$44.area_code
      from subject rule$44
      where rule$44.id = former_name$43.subject_id) ^@ any($2::text[]) or exists (
      select
      from enforcement_case rule$45
      where rule$45.subject_id = former_name$43.subject_id and (rule$45.court_code = any($3::text[]) or (
        select rule$49.area_code
        from subject rule$49
        where rule$49.id = former_name$43.subject_id) is null and rule$45.court_code = any(array(
        select rule$46.code
        from court rule$46
        where rule$46.area_code ^@ any($2::text[]))))) or exists (
      select
      from listing rule$47
      where rule$47.subject_id = former_name$43.subject_id and (rule$47.court_code = any($3::text[]) or (
        select rule$50.area_code
        from subject rule$50
        where rule$50.id = former_name$43.subject_id) is null and rule$47.court_code = any(array(
        select rule$48.code
        from court rule$48
        where rule$48.area_code ^@ any($2::text[]))))))))
    limit 1), (
    select (
      select row_to_json(object$72)
      from (
        select 'ResponsiblePerson'::text as "__typename", responsible_person$52."id"::text as "id") object$72)
    from "responsible_person" responsible_person$52
    where responsible_person$52.id = $1::uuid and (((exists (
      select
      from listing rule$53
      where rule$53.subject_id = responsible_person$52.subject_id and rule$53.case_number = responsible_person$52.case_number and rule$53.kind = 'SX' and rule$53.state = 'PUBLISHED' and (rule$53.term_ends_on is null or rule$53.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) or ((not exists (
      select
      from listing rule$54
      where rule$54.subject_id = responsible_person$52.subject_id and rule$54.case_number = responsible_person$52.case_number and rule$54.kind = 'SX' and rule$54.state = 'PUBLISHED' and (rule$54.term_ends_on is null or rule$54.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and exists (
      select
      from listing rule$55
      where rule$55.subject_id = responsible_person$52.subject_id and rule$55.case_number = responsible_person$52.case_number and rule$55.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
      select rule$56.area_code
      from subject rule$56
      where rule$56.id = responsible_person$52.subject_id) ^@ any($2::text[]) or exists (
      select
      from enforcement_case rule$57
      where rule$57.subject_id = responsible_person$52.subject_id and (rule$57.court_code = any($3::text[]) or (
        select rule$61.area_code
        from subject rule$61
        where rule$61.id = responsible_person$52.subject_id) is null and rule$57.court_code = any(array(
        select rule$58.code
        from court rule$58
        where rule$58.area_code ^@ any($2::text[]))))) or exists (
      select
      from listing rule$59
      where rule$59.subject_id = responsible_person$52.subject_id and (rule$59.court_code = any($3::text[]) or (
        select rule$62.area_code
        from subject rule$62
        where rule$62.id = responsible_person$52.subject_id) is null and rule$59.court_code = any(array(
        select rule$60.code
        from court rule$60
        where rule$60.area_code ^@ any($2::text[]))))))) or ((not exists (
      select
      from listing rule$63
      where rule$63.subject_id = responsible_person$52.subject_id and rule$63.case_number = responsible_person$52.case_number and rule$63.kind = 'SX' and rule$63.state = 'PUBLISHED' and (rule$63.term_ends_on is null or rule$63.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and not exists (
      select
      from listing rule$64
      where rule$64.subject_id = responsible_person$52.subject_id and rule$64.case_number = responsible_person$52.case_number and rule$64.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and ((
      select rule$65.area_code
      from subject rule$65
      where rule$65.id = responsible_person$52.subject_id) ^@ any($2::text[]) or exists (
      select
      from enforcement_case rule$66
      where rule$66.subject_id = responsible_person$52.subject_id and (rule$66.court_code = any($3::text[]) or (
        select rule$70.area_code
        from subject rule$70
        where rule$70.id = responsible_person$52.subject_id) is null and rule$66.court_code = any(array(
        select rule$67.code
        from court rule$67
        where rule$67.area_code ^@ any($2::text[]))))) or exists (
      select
      from listing rule$68
      where rule$68.subject_id = responsible_person$52.subject_id and (rule$68.court_code = any($3::text[]) or (
        select rule$71.area_code
        from subject rule$71
        where rule$71.id = responsible_person$52.subject_id) is null and rule$68.court_code = any(array(
        select rule$69.code
        from court rule$69
        where rule$69.area_code ^@ any($2::text[]))))))))
    limit 1), (
    select (
      select row_to_json(object$74)
      from (
        select 'Agency'::text as "__typename", agency$73."id"::text as "id") object$74)
    from "agency" agency$73
    where agency$73.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$76)
      from (
        select 'Area'::text as "__typename", area$75."id"::text as "id") object$76)
    from "area" area$75
    where area$75.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$78)
      from (
        select 'Source'::text as "__typename", source$77."id"::text as "id") object$78)
    from "source" source$77
    where source$77.id = $1::uuid and (((false)))
    limit 1), (
    select (
      select row_to_json(object$80)
      from (
        select 'Batch'::text as "__typename", batch$79."id"::text as "id") object$80)
    from "batch" batch$79
    where batch$79.id = $1::uuid and (((batch$79.provider_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$82)
      from (
        select 'Court'::text as "__typename", court$81."id"::text as "id") object$82)
    from "court" court$81
    where court$81.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$84)
      from (
        select 'Measure'::text as "__typename", measure$83."id"::text as "id") object$84)
    from "measure" measure$83
    where measure$83.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$86)
      from (
        select 'Screening'::text as "__typename", screening$85."id"::text as "id") object$86)
    from "screening" screening$85
    where screening$85.id = $1::uuid and (((screening$85.agency_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$88)
      from (
        select 'ScreeningItem'::text as "__typename", screening_item$87."id"::text as "id") object$88)
    from "screening_item" screening_item$87
    where screening_item$87.id = $1::uuid and (((screening_item$87.agency_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$90)
      from (
        select 'ScreeningHit'::text as "__typename", screening_hit$89."id"::text as "id") object$90)
    from "screening_hit" screening_hit$89
    where screening_hit$89.id = $1::uuid and (((screening_hit$89.agency_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$92)
      from (
        select 'Feedback'::text as "__typename", feedback$91."id"::text as "id") object$92)
    from "feedback" feedback$91
    where feedback$91.id = $1::uuid and (((feedback$91.agency_code = $5::text)))
    limit 1), (
    select (
      select row_to_json(object$94)
      from (
        select 'GovernmentDebtorSnapshot'::text as "__typename", government_debtor_snapshot$93."id"::text as "id") object$94)
    from "government_debtor_snapshot" government_debtor_snapshot$93
    where government_debtor_snapshot$93.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$96)
      from (
        select 'GovernmentDebtorEntry'::text as "__typename", government_debtor_entry$95."id"::text as "id") object$96)
    from "government_debtor_entry" government_debtor_entry$95
    where government_debtor_entry$95.id = $1::uuid
    limit 1), (
    select (
      select row_to_json(object$98)
      from (
        select 'WorkDay'::text as "__typename", work_day$97."id"::text as "id") object$98)
    from "work_day" work_day$97
    where work_day$97.id = $1::uuid
    limit 1)) as "node") answer$
