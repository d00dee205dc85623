select json_build_object('node', coalesce((
  select (
    select case when subject$1."kind" in ('NATURAL_PERSON') then json_build_object('$', subject$1."id", '__typename', values$2."v$0", 'id', values$2."v$1", 'kind', values$2."v$2", 'name', values$2."v$3", 'idNumber', values$2."v$4") when subject$1."kind" in ('ENTERPRISE') then json_build_object('$', subject$1."id", '__typename', values$2."v$0", 'id', values$2."v$1", 'kind', values$2."v$2", 'name', values$2."v$3", 'creditCode', values$2."v$5") when subject$1."kind" in ('GOVERNMENT_BODY', 'OTHER_ORGANISATION') then json_build_object('$', subject$1."id", '__typename', values$2."v$0", 'id', values$2."v$1", 'kind', values$2."v$2", 'name', values$2."v$3") end
    from (
      select case when subject$1."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$1."kind" in ('ENTERPRISE') then 'Enterprise' when subject$1."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$1."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$1."id"::text as "v$1", subject$1."kind" as "v$2", subject$1."name" as "v$3", coalesce($3::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
        select key$.key_sealed
        from person_key key$
        where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked") as "v$4", subject$1."credit_code" as "v$5" offset 0) values$2)
  from "subject" subject$1
  where subject$1.id = $1::uuid and (((subject$1.id = $2::uuid)))
  limit 1), (
  select json_build_object('$', enforcement_case$3."subject_id", '__typename', 'Case'::text, 'id', enforcement_case$3."id"::text)
  from "enforcement_case" enforcement_case$3
  where enforcement_case$3.id = $1::uuid and (((enforcement_case$3.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', case_party$4."subject_id", '__typename', 'CaseParty'::text, 'id', case_party$4."id"::text)
  from "case_party" case_party$4
  where case_party$4.id = $1::uuid and (((case_party$4.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', terminated_case$5."subject_id", '__typename', 'TerminatedCase'::text, 'id', terminated_case$5."id"::text)
  from "terminated_case" terminated_case$5
  where terminated_case$5.id = $1::uuid and (((terminated_case$5.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', performance_certificate$6."subject_id", '__typename', 'PerformanceCertificate'::text, 'id', performance_certificate$6."id"::text)
  from "performance_certificate" performance_certificate$6
  where performance_certificate$6.id = $1::uuid and (((performance_certificate$6.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', honest_listing$7."subject_id", '__typename', 'HonestListEntry'::text, 'id', honest_listing$7."id"::text)
  from "honest_listing" honest_listing$7
  where honest_listing$7.id = $1::uuid and (((honest_listing$7.subject_kind <> 'NATURAL_PERSON') and (honest_listing$7.subject_id = $2::uuid)) or ((honest_listing$7.subject_kind = 'NATURAL_PERSON') and (honest_listing$7.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', listing$8."subject_id", '__typename', case when listing$8."kind" in ('SX') then 'DishonestDebtorListing' when listing$8."kind" in ('CONSUMPTION_RESTRICTION') then 'ConsumptionRestriction' when listing$8."kind" in ('SERIOUS_DISHONESTY') then 'SeriousDishonestyListing' end, 'id', listing$8."id"::text, 'state', listing$8."state", 'publishedOn', listing$8."published_on")
  from "listing" listing$8
  where listing$8.id = $1::uuid and (((listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and (listing$8.subject_id = $2::uuid)) or ((listing$8.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (listing$8.subject_id = $2::uuid)) or (((listing$8.state in ('REMOVED', 'REVOKED') or (listing$8.state = 'PUBLISHED' and not (listing$8.state = 'PUBLISHED' and (listing$8.term_ends_on is null or listing$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (listing$8.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', former_name$9."subject_id", '__typename', 'FormerName'::text, 'id', former_name$9."id"::text)
  from "former_name" former_name$9
  where former_name$9.id = $1::uuid and (((former_name$9.subject_kind <> 'NATURAL_PERSON') and (former_name$9.subject_id = $2::uuid)) or ((former_name$9.subject_kind = 'NATURAL_PERSON') and (former_name$9.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('$', responsible_person$10."subject_id", '__typename', 'ResponsiblePerson'::text, 'id', responsible_person$10."id"::text)
  from "responsible_person" responsible_person$10
  where responsible_person$10.id = $1::uuid and (((exists (
    select
    from listing rule$11
    where rule$11.subject_id = responsible_person$10.subject_id and rule$11.case_number = responsible_person$10.case_number and rule$11.kind = 'SX' and rule$11.state = 'PUBLISHED' and (rule$11.term_ends_on is null or rule$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) and (responsible_person$10.subject_id = $2::uuid)) or ((not exists (
    select
    from listing rule$12
    where rule$12.subject_id = responsible_person$10.subject_id and rule$12.case_number = responsible_person$10.case_number and rule$12.kind = 'SX' and rule$12.state = 'PUBLISHED' and (rule$12.term_ends_on is null or rule$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and exists (
    select
    from listing rule$13
    where rule$13.subject_id = responsible_person$10.subject_id and rule$13.case_number = responsible_person$10.case_number and rule$13.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and (responsible_person$10.subject_id = $2::uuid)) or ((not exists (
    select
    from listing rule$14
    where rule$14.subject_id = responsible_person$10.subject_id and rule$14.case_number = responsible_person$10.case_number and rule$14.kind = 'SX' and rule$14.state = 'PUBLISHED' and (rule$14.term_ends_on is null or rule$14.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) and not exists (
    select
    from listing rule$15
    where rule$15.subject_id = responsible_person$10.subject_id and rule$15.case_number = responsible_person$10.case_number and rule$15.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) and (responsible_person$10.subject_id = $2::uuid)))
  limit 1), (
  select json_build_object('__typename', 'Agency'::text, 'id', agency$16."id"::text)
  from "agency" agency$16
  where agency$16.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Area'::text, 'id', area$17."id"::text)
  from "area" area$17
  where area$17.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Court'::text, 'id', court$18."id"::text)
  from "court" court$18
  where court$18.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Measure'::text, 'id', measure$19."id"::text)
  from "measure" measure$19
  where measure$19.id = $1::uuid
  limit 1), (
  select json_build_object('__typename', 'Screening'::text, 'id', screening$20."id"::text)
  from "screening" screening$20
  where screening$20.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningItem'::text, 'id', screening_item$21."id"::text)
  from "screening_item" screening_item$21
  where screening_item$21.id = $1::uuid and (((false)))
  limit 1), (
  select json_build_object('__typename', 'ScreeningHit'::text, 'id', screening_hit$22."id"::text)
  from "screening_hit" screening_hit$22
  where screening_hit$22.id = $1::uuid and (((screening_hit$22.subject_id = $2::uuid and not exists (
    select
    from screening_hit rule$24 join screening_item rule$25 on rule$25.id = rule$24.item_id join screening rule$26 on rule$26.id = rule$25.screening_id join access_seal rule$23 on rule$23.agency_code = rule$26.agency_code and rule$23.matter = rule$26.matter
    where rule$24.id = screening_hit$22.id and rule$23.sealed_until > now() and rule$23.released_at is null))))
  limit 1), (
  select json_build_object('__typename', 'Instruction'::text, 'id', screening_instruction$27."id"::text)
  from "screening_instruction" screening_instruction$27
  where screening_instruction$27.id = $1::uuid and (((screening_instruction$27.subject_id = $2::uuid and not exists (
    select
    from screening_hit rule$29 join screening_item rule$30 on rule$30.id = rule$29.item_id join screening rule$31 on rule$31.id = rule$30.screening_id join access_seal rule$28 on rule$28.agency_code = rule$31.agency_code and rule$28.matter = rule$31.matter
    where rule$29.id = screening_instruction$27.hit_id and rule$28.sealed_until > now() and rule$28.released_at is null))))
  limit 1), (
  select json_build_object('__typename', 'Feedback'::text, 'id', feedback$32."id"::text)
  from "feedback" feedback$32
  where feedback$32.id = $1::uuid and (((feedback$32.subject_id = $2::uuid and not exists (
    select
    from screening_hit rule$34 join screening_item rule$35 on rule$35.id = rule$34.item_id join screening rule$36 on rule$36.id = rule$35.screening_id join access_seal rule$33 on rule$33.agency_code = rule$36.agency_code and rule$33.matter = rule$36.matter
    where rule$34.id = feedback$32.hit_id and rule$33.sealed_until > now() and rule$33.released_at is null))))
  limit 1), (
  select json_build_object('__typename', 'WorkDay'::text, 'id', work_day$37."id"::text)
  from "work_day" work_day$37
  where work_day$37.id = $1::uuid
  limit 1)))
