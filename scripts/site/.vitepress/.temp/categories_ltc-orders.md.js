import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"LTC 订单与回款","description":"LTC（从线索到回款）模块的订单、产品和回款。","frontmatter":{"title":"LTC 订单与回款","description":"LTC（从线索到回款）模块的订单、产品和回款。","layout":"category","view":{"title":"LTC 订单与回款","description":"LTC（从线索到回款）模块的订单、产品和回款。","operations":[{"id":"ltcGoodsList","title":"查询产品列表","method":"GET","path":"/open-api/ltc/goods/list","call":"ltc.goodsList"},{"id":"ltcOrderAuditPass","title":"审批通过订单","method":"POST","path":"/open-api/ltc/order/audit/pass","call":"ltc.orderAuditPass"},{"id":"ltcOrderAuditSubmit","title":"用于将未提交或审批未通过的 LTC 订单重新提交至审批流程首节点。","method":"POST","path":"/open-api/ltc/order/audit/submit","call":"ltc.orderAuditSubmit"},{"id":"ltcOrderCreate","title":"创建订单","method":"POST","path":"/open-api/ltc/order/create","call":"ltc.orderCreate"},{"id":"ltcOrderList","title":"查询订单列表","method":"GET","path":"/open-api/ltc/order/list","call":"ltc.orderList"},{"id":"ltcOrderMetadata","title":"查询订单创建字段配置","method":"GET","path":"/open-api/ltc/order/metadata","call":"ltc.orderMetadata"},{"id":"ltcOrderOne","title":"查询订单详情","method":"GET","path":"/open-api/ltc/order/one","call":"ltc.orderOne"},{"id":"ltcReturnedMoneyList","title":"查询回款单列表","method":"GET","path":"/open-api/ltc/returned_money/list","call":"ltc.returnedMoneyList"},{"id":"ltcReturnedMoneyOne","title":"查询回款单详情","method":"GET","path":"/open-api/ltc/returned_money/one","call":"ltc.returnedMoneyOne"}]}},"headers":[],"relativePath":"categories/ltc-orders.md","filePath":"categories/ltc-orders.md"}');
const _sfc_main = { name: "categories/ltc-orders.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/ltc-orders.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ltcOrders = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ltcOrders as default
};
