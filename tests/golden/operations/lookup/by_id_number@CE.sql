select json_build_object('subject', (
  select json_build_object('$', subject$1."id", '__typename', 'NaturalPerson'::text, 'name', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$23
    where rule$23.subject_id = subject$1.id and (rule$23.court_code = any($4::text[]) or subject$1.area_code is null and rule$23.court_code = any(array(
      select rule$24.code
      from unnest($3::text[]) rule$27(code) join court rule$24 on rule$24.area_code between rule$27.code and rule$27.code || '~')))) or exists (
    select
    from listing rule$25
    where rule$25.subject_id = subject$1.id and (rule$25.court_code = any($4::text[]) or subject$1.area_code is null and rule$25.kind <> 'SERIOUS_DISHONESTY' and rule$25.state = 'PUBLISHED' and (rule$25.term_ends_on is null or rule$25.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$25.court_code = any(array(
      select rule$26.code
      from unnest($3::text[]) rule$28(code) join court rule$26 on rule$26.area_code between rule$28.code and rule$28.code || '~'))))) then subject$1."name" else case when char_length(subject$1."name") <= 1 or subject$1."name" = 'ERASED' then '*' when char_length(subject$1."name") = 2 then rpad(left(subject$1."name", 1), 2, '*') when position('·' in subject$1."name") > 0 then left(subject$1."name", 1) || '**' else left(subject$1."name", 1) || case char_length(subject$1."name") when 3 then '*' else '**' end || right(subject$1."name", 1) end end, 'idNumber', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$29
    where rule$29.subject_id = subject$1.id and (rule$29.court_code = any($4::text[]) or subject$1.area_code is null and rule$29.court_code = any(array(
      select rule$30.code
      from unnest($3::text[]) rule$33(code) join court rule$30 on rule$30.area_code between rule$33.code and rule$33.code || '~')))) or exists (
    select
    from listing rule$31
    where rule$31.subject_id = subject$1.id and (rule$31.court_code = any($4::text[]) or subject$1.area_code is null and rule$31.kind <> 'SERIOUS_DISHONESTY' and rule$31.state = 'PUBLISHED' and (rule$31.term_ends_on is null or rule$31.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$31.court_code = any(array(
      select rule$32.code
      from unnest($3::text[]) rule$34(code) join court rule$32 on rule$32.area_code between rule$34.code and rule$34.code || '~'))))) then coalesce($5::text || 's' || encode(subject$1."id_number_sealed", 'hex') || coalesce('.' || encode((
    select key$.key_sealed
    from person_key key$
    where key$.owner_id = subject$1.id), 'hex'), '') || '@', subject$1."id_number_masked") else case when subject$1."id_number_masked" = 'ERASED' then repeat('*', 18) else subject$1."id_number_masked" end end, 'birthDate', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$35
    where rule$35.subject_id = subject$1.id and (rule$35.court_code = any($4::text[]) or subject$1.area_code is null and rule$35.court_code = any(array(
      select rule$36.code
      from unnest($3::text[]) rule$39(code) join court rule$36 on rule$36.area_code between rule$39.code and rule$39.code || '~')))) or exists (
    select
    from listing rule$37
    where rule$37.subject_id = subject$1.id and (rule$37.court_code = any($4::text[]) or subject$1.area_code is null and rule$37.kind <> 'SERIOUS_DISHONESTY' and rule$37.state = 'PUBLISHED' and (rule$37.term_ends_on is null or rule$37.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$37.court_code = any(array(
      select rule$38.code
      from unnest($3::text[]) rule$40(code) join court rule$38 on rule$38.area_code between rule$40.code and rule$40.code || '~'))))) then coalesce(to_json(subject$1."birth_date"), case when subject$1.erased_at is not null then to_json($5::text || 'e0@') end) else null end, 'sex', case when (subject$1.area_code ^@ any($3::text[]) or exists (
    select
    from enforcement_case rule$41
    where rule$41.subject_id = subject$1.id and (rule$41.court_code = any($4::text[]) or subject$1.area_code is null and rule$41.court_code = any(array(
      select rule$42.code
      from unnest($3::text[]) rule$45(code) join court rule$42 on rule$42.area_code between rule$45.code and rule$45.code || '~')))) or exists (
    select
    from listing rule$43
    where rule$43.subject_id = subject$1.id and (rule$43.court_code = any($4::text[]) or subject$1.area_code is null and rule$43.kind <> 'SERIOUS_DISHONESTY' and rule$43.state = 'PUBLISHED' and (rule$43.term_ends_on is null or rule$43.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$43.court_code = any(array(
      select rule$44.code
      from unnest($3::text[]) rule$46(code) join court rule$44 on rule$44.area_code between rule$46.code and rule$46.code || '~'))))) then coalesce(to_json(subject$1."sex"), case when subject$1.erased_at is not null then to_json($5::text || 'e1@') end) else null end, 'isProvisional', subject$1."is_provisional")
  from "subject" subject$1
  where subject$1.id = person_by_blind($1::text) and subject$1."name" = $2::text and subject$1.merged_into is null and (subject$1."kind" in ('NATURAL_PERSON') and (exists (
    select
    from "enforcement_case" known$15
    where known$15."subject_id" = subject$1.id offset 0) or exists (
    select
    from "terminated_case" known$16
    where known$16."subject_id" = subject$1.id offset 0) or exists (
    select
    from "listing" known$2
    where known$2."subject_id" = subject$1.id and ((known$2."kind" in ('SX') and (((known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((known$2.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$4.area_code
      from subject rule$4
      where rule$4.id = known$2.subject_id), (
      select rule$3.area_code
      from court rule$3
      where rule$3.code = known$2.court_code)) ^@ any($3::text[]) or known$2.court_code = any($4::text[]))) or (((known$2.state in ('REMOVED', 'REVOKED') or (known$2.state = 'PUBLISHED' and not (known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$6.area_code
      from subject rule$6
      where rule$6.id = known$2.subject_id), (
      select rule$5.area_code
      from court rule$5
      where rule$5.code = known$2.court_code)) ^@ any($3::text[]) or known$2.court_code = any($4::text[]))))) or (known$2."kind" in ('CONSUMPTION_RESTRICTION') and (((known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((known$2.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$8.area_code
      from subject rule$8
      where rule$8.id = known$2.subject_id), (
      select rule$7.area_code
      from court rule$7
      where rule$7.code = known$2.court_code)) ^@ any($3::text[]) or known$2.court_code = any($4::text[]))) or (((known$2.state in ('REMOVED', 'REVOKED') or (known$2.state = 'PUBLISHED' and not (known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$10.area_code
      from subject rule$10
      where rule$10.id = known$2.subject_id), (
      select rule$9.area_code
      from court rule$9
      where rule$9.code = known$2.court_code)) ^@ any($3::text[]) or known$2.court_code = any($4::text[]))))) or (known$2."kind" in ('SERIOUS_DISHONESTY') and (((known$2.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (coalesce((
      select rule$12.area_code
      from subject rule$12
      where rule$12.id = known$2.subject_id), (
      select rule$11.area_code
      from court rule$11
      where rule$11.code = known$2.court_code)) ^@ any($3::text[]) or known$2.court_code = any($4::text[]))) or (((known$2.state in ('REMOVED', 'REVOKED') or (known$2.state = 'PUBLISHED' and not (known$2.state = 'PUBLISHED' and (known$2.term_ends_on is null or known$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (coalesce((
      select rule$14.area_code
      from subject rule$14
      where rule$14.id = known$2.subject_id), (
      select rule$13.area_code
      from court rule$13
      where rule$13.code = known$2.court_code)) ^@ any($3::text[]) or known$2.court_code = any($4::text[])))))) offset 0) or exists (
    select
    from "performance_certificate" known$17
    where known$17."subject_id" = subject$1.id and (((coalesce((
      select rule$19.area_code
      from subject rule$19
      where rule$19.id = known$17.subject_id), (
      select rule$18.area_code
      from court rule$18
      where rule$18.code = known$17.court_code)) ^@ any($3::text[]) or known$17.court_code = any($4::text[])))) offset 0) or exists (
    select
    from "honest_listing" known$20
    where known$20."subject_id" = subject$1.id and (((known$20.subject_kind <> 'NATURAL_PERSON')) or ((known$20.subject_kind = 'NATURAL_PERSON') and (coalesce((
      select rule$22.area_code
      from subject rule$22
      where rule$22.id = known$20.subject_id), (
      select rule$21.area_code
      from court rule$21
      where rule$21.code = known$20.court_code)) ^@ any($3::text[]) or known$20.court_code = any($4::text[])))) offset 0)))
  limit 1))
